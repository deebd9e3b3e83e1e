import { HealthAnswer, Problem } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";

export interface HealthRoutesOptions {
  readonly isReady: () => Promise<boolean>;
}

export const healthRoutes: FastifyPluginAsyncZod<HealthRoutesOptions> = async (app, { isReady }) => {
  app.get(
    "/livez",
    { schema: { summary: "The process answers", response: { 200: HealthAnswer } } },
    () => ({ status: "ok" }) as const,
  );

  app.get(
    "/readyz",
    { schema: { summary: "The database answers, too", response: { 200: HealthAnswer, 503: Problem } } },
    async (_request, reply) => {
      if (!(await isReady())) return sendProblem(reply, "not_ready");
      return { status: "ok" } as const;
    },
  );

  return Promise.resolve();
};
