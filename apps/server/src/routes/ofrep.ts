import { createHash } from "node:crypto";
import { FEATURES, type Feature, type FlagReason, type FlagVerdict, isFeature } from "@strideiq/access";
import type { EvaluateFlags, ForeignContext } from "@strideiq/application";
import { NotModified, OfrepAnswer, OfrepBody, OfrepBulkAnswer, OfrepParams } from "@strideiq/contracts";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { namesTag } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";

export interface OfrepRoutesOptions {
  readonly doorman: Doorman;
  readonly evaluateFlags: EvaluateFlags;
}

const tags = ["feature flags"];
const asking = {
  keepsAnswer: false,
  repeat: "It changes nothing: sent again it is answered as flags stand then.",
  scope: "evaluate_flags",
} as const;

/** How features stand, for clients of OpenFeature. */
export const ofrepRoutes: FastifyPluginAsyncZod<OfrepRoutesOptions> = async (app, options) => {
  const { doorman, evaluateFlags } = options;

  app.post(
    "/ofrep/v1/evaluate/flags/:key",
    {
      config: { ...asking, problems: ["flag_not_found", "foreign_context"] },
      schema: {
        tags,
        summary: "Whether a feature is on for you, and why; for somebody else with a service key",
        params: OfrepParams,
        body: OfrepBody,
        response: { 200: OfrepAnswer },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      if (!isFeature(key))
        return sendProblem(reply, "flag_not_found", undefined, { key, errorCode: "FLAG_NOT_FOUND" });
      const visitor = await doorman.visitorOf(request);
      const evaluated = await evaluateFlags(visitor, [key], request.body.context);
      if (!evaluated.ok) return refuse(reply, evaluated.error, key);
      const [verdict] = evaluated.value;
      void reply.header("cache-control", "no-store");
      return present(key, verdict);
    },
  );

  app.post(
    "/ofrep/v1/evaluate/flags",
    {
      config: { ...asking, problems: ["foreign_context"] },
      schema: {
        tags,
        summary: "Which features are on for you, all of them; 304 where that is what you know",
        body: OfrepBody,
        response: { 200: OfrepBulkAnswer, 304: NotModified },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const evaluated = await evaluateFlags(visitor, FEATURES, request.body.context);
      if (!evaluated.ok) return refuse(reply, evaluated.error);
      const answer = { flags: FEATURES.map((key, index) => present(key, evaluated.value[index])) };
      const etag = `"${createHash("sha256").update(JSON.stringify(answer)).digest("base64url")}"`;
      void reply.header("etag", etag).header("cache-control", "private, no-cache");
      if (!namesTag(request.headers["if-none-match"], etag)) return answer;
      const unchanged: FastifyReply = reply;
      return unchanged.code(304).send();
    },
  );
  return Promise.resolve();
};

const REASONS: Readonly<Record<FlagReason, "STATIC" | "TARGETING_MATCH" | "SPLIT" | "DISABLED" | "UNKNOWN">> =
  {
    everybody: "STATIC",
    chosen_athlete: "TARGETING_MATCH",
    not_targeted: "TARGETING_MATCH",
    in_rollout: "SPLIT",
    not_in_rollout: "SPLIT",
    killed: "DISABLED",
    unknown_flag: "UNKNOWN",
    evaluation_failed: "UNKNOWN",
  };

const OFF: FlagVerdict = { on: false, reason: "unknown_flag" };

const present = (key: Feature, { on, reason }: FlagVerdict = OFF) => ({
  key,
  value: on,
  reason: REASONS[reason],
  variant: reason,
});

const refuse = (reply: FastifyReply, { field }: ForeignContext, key?: Feature): FastifyReply =>
  sendProblem(
    reply,
    "foreign_context",
    [{ field, message: "This is not you. A service asks for others, with a key of its own." }],
    { ...(key === undefined ? {} : { key }), errorCode: "INVALID_CONTEXT" },
  );
