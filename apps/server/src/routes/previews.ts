import type { PreviewPlan, PreviewResult, RegeneratePlan, RegenerateProblem } from "@strideiq/application";
import {
  ChangedAnswer,
  type FieldError,
  PlanParams,
  PlanWish,
  PreviewAnswer,
  RegenerateBody,
  requestOfWish,
  type WishContext,
} from "@strideiq/contracts";
import type { Refusal, Units } from "@strideiq/engine";
import { explainRefusal, explainRequestProblem } from "@strideiq/wording";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { keyOf } from "./plan-key.ts";
import { presentRefusal } from "./present-plan.ts";
import { answerChanged, noteOf } from "./send-changed.ts";
import { CHANGE_CODES, whyImpossible } from "./why-not.ts";

export interface PreviewRoutesOptions {
  readonly doorman: Doorman;
  readonly previewPlan: PreviewPlan;
  readonly regeneratePlan: RegeneratePlan;
  readonly wishContext: () => WishContext;
  readonly plansPerMinute: number;
}

const tags = ["plans"];

/** Plans that are made while one waits. */
export const previewRoutes: FastifyPluginAsyncZod<PreviewRoutesOptions> = async (app, options) => {
  const { doorman, previewPlan, regeneratePlan, wishContext, plansPerMinute } = options;
  const rateLimit = { max: plansPerMinute, timeWindow: "1 minute" };

  app.post<{ Body: PlanWish; Reply: Buffer }>(
    "/v1/plans/preview",
    {
      config: {
        rateLimit,
        keepsAnswer: false,
        anybody: true,
        repeat: "It stores nothing: sent again it leads to the same plan.",
      },
      schema: {
        tags,
        summary: "The plan that a wish leads to, at once; nothing is stored",
        body: PlanWish,
        response: { 200: PreviewAnswer },
      },
    },
    async (request, reply) => {
      const wish = requestOfWish(request.body, wishContext());
      return sendPreview(reply, previewPlan(wish), wish.units);
    },
  );

  app.post(
    "/v1/plans/:planId/regenerate",
    {
      config: {
        problems: ["plan_not_found", "plan_changed", "plan_begun", "plan_refused", "change_refused"],
        rateLimit,
      },
      schema: {
        tags: ["changes"],
        summary: "Make a plan that has not begun once more, with the rules of today; takes If-Match",
        description:
          "What was asked for since is asked for again: the race's day, the day of the long run, and days kept free or without running stay, or nothing is made. Sessions are moved again where the new plan has them; the ledger says where it has not.",
        params: PlanParams,
        body: RegenerateBody,
        response: { 200: ChangedAnswer },
      },
    },
    async (request, reply) => {
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      const made = await regeneratePlan(key, noteOf(request, key));
      return made.ok ? answerChanged(reply, key, made.value) : sendWhyNotMade(reply, made.error);
    },
  );
  return Promise.resolve();
};

function sendWhyNotMade(reply: FastifyReply, problem: RegenerateProblem): FastifyReply {
  switch (problem.type) {
    case "PlanHasBegun":
      return sendProblem(reply, "plan_begun");
    case "NoPlanAnyMore":
      return sendProblem(reply, "plan_refused", reasonsOf(problem.refusal));
    case "ChangeImpossible": {
      const { code, errors } = whyImpossible(problem);
      return sendProblem(reply, code, errors);
    }
    default:
      return sendProblem(reply, CHANGE_CODES[problem.type]);
  }
}

/** A plan, a refusal with its reason, or the fields that make no sense. */
export function sendPreview(reply: FastifyReply, made: PreviewResult, units: Units): FastifyReply {
  if (made.ok) return sendSeen(reply, { status: "ready", plan: made.value });
  if (made.error.type === "WishRefused")
    return sendSeen(reply, { status: "refused", refusal: presentRefusal(made.error.refusal, units) });
  const errors = made.error.problems.map((problem) => explainRequestProblem(problem, units));
  return sendProblem(reply, "invalid_request", errors);
}

const sendSeen = (reply: FastifyReply, answer: object): FastifyReply =>
  reply
    .type("application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(Buffer.from(JSON.stringify(answer)));

function reasonsOf(refusal: Refusal | null): readonly FieldError[] {
  if (refusal === null) return [];
  const { reason, instead } = explainRefusal(refusal, "km");
  return [
    { field: refusal.field, message: reason },
    { field: refusal.field, message: instead },
  ];
}
