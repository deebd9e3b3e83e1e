import { type Access, FEATURES } from "@strideiq/access";
import type { CheckAccess } from "@strideiq/application";
import { FeaturesAnswer } from "@strideiq/contracts";
import { accessText } from "@strideiq/wording";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";

export interface AccessRoutesOptions {
  readonly doorman: Doorman;
  readonly checkAccess: CheckAccess;
}

export const accessRoutes: FastifyPluginAsyncZod<AccessRoutesOptions> = async (app, options) => {
  app.get(
    "/v1/me/features",
    {
      config: { anybody: true },
      schema: {
        tags: ["own data"],
        summary: "What you may use, why, and how to get what you may not",
        response: { 200: FeaturesAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await options.doorman.visitorOf(request);
      const features = await Promise.all(
        FEATURES.map(async (feature) => {
          const access = await options.checkAccess(visitor, feature);
          const { why, how } = accessText(access) ?? { why: null, how: null };
          return {
            feature,
            allowed: access.allowed,
            because: access.because,
            why,
            how,
            trialDays: trialDaysOf(access),
          };
        }),
      );
      void reply.header("cache-control", "no-store");
      return { features };
    },
  );
  return Promise.resolve();
};

function trialDaysOf(access: Access): number | null {
  const ways = access.allowed || access.because !== "needs_product" ? [] : access.ways;
  return ways.find((way) => way.way === "trial")?.days ?? null;
}
