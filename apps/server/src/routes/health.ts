import { HealthAnswer } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";

export interface HealthRoutesOptions {
  readonly isReady: () => Promise<boolean>;
}

/** Whoever watches the process asks often, and must always get an answer. */
const config = { rateLimit: false } as const;
const tags = ["health"];

export const healthRoutes: FastifyPluginAsyncZod<HealthRoutesOptions> = async (app, { isReady }) => {
  app.get(
    "/livez",
    { config, schema: { tags, summary: "The process answers", response: { 200: HealthAnswer } } },
    () => ({ status: "ok" }) as const,
  );

  app.get(
    "/readyz",
    {
      config: { ...config, problems: ["not_ready"] },
      schema: { tags, summary: "The database answers, too", response: { 200: HealthAnswer } },
    },
    async (_request, reply) => {
      if (!(await isReady())) return sendProblem(reply, "not_ready");
      return { status: "ok" } as const;
    },
  );

  return Promise.resolve();
};
