import type { ChangeRuns, RunReadings } from "@strideiq/application";
import { Done, ThresholdHeartRate } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";

export interface ThresholdRoutesOptions {
  readonly doorman: Doorman;
  readonly runReadings: RunReadings;
  readonly changeRuns: ChangeRuns;
}

const tags = ["activities"];

export const thresholdRoutes: FastifyPluginAsyncZod<ThresholdRoutesOptions> = async (app, options) => {
  const { changeRuns, doorman, runReadings } = options;

  app.get(
    "/v1/me/threshold-heart-rate",
    {
      schema: {
        tags,
        summary: "The heart rate at threshold that you keep",
        response: { 200: ThresholdHeartRate },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      return { thresholdHeartRate: visitor ? await runReadings.thresholdHeartRate(visitor) : null };
    },
  );

  app.put(
    "/v1/me/threshold-heart-rate",
    {
      schema: {
        tags,
        summary: "Keep your heart rate at threshold: zones, load and easy runs are judged by it",
        body: ThresholdHeartRate,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.admit(request, reply);
      await changeRuns.keepThresholdHeartRate(visitor, request.body.thresholdHeartRate);
      return { status: "done" } as const;
    },
  );
  return Promise.resolve();
};
