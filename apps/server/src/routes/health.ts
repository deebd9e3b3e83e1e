import { HealthAnswer, Problem } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";

export interface HealthRoutesOptions {
  readonly isReady: () => Promise<boolean>;
}

/** Whoever watches the process asks often, and must always get an answer. */
const unlimited = { config: { rateLimit: false } } as const;

export const healthRoutes: FastifyPluginAsyncZod<HealthRoutesOptions> = async (app, { isReady }) => {
  app.get(
    "/livez",
    { ...unlimited, schema: { summary: "The process answers", response: { 200: HealthAnswer } } },
    () => ({ status: "ok" }) as const,
  );

  app.get(
    "/readyz",
    {
      ...unlimited,
      schema: { summary: "The database answers, too", response: { 200: HealthAnswer, 503: Problem } },
    },
    async (_request, reply) => {
      if (!(await isReady())) return sendProblem(reply, "not_ready");
      return { status: "ok" } as const;
    },
  );

  return Promise.resolve();
};
