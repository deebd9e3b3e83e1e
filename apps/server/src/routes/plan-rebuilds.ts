import type {
  AskWhatIf,
  ChangeImpossible,
  ChangePlan,
  Consents,
  PlanKey,
  ReadPlan,
  RequestChange,
  WhatIf,
} from "@strideiq/application";
import { comparePlans } from "@strideiq/application";
import {
  ChangedAnswer,
  JobAccepted,
  PlanChangeBody,
  PlanParams,
  type ProblemCode,
  WhatIfAnswer,
} from "@strideiq/contracts";
import { tellsOfHealth, type Units } from "@strideiq/engine";
import { explainChangeRefusal } from "@strideiq/wording";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { expectedRevision, planTag } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { keyOf } from "./plan-key.ts";
import { answerChanged, noteOf } from "./send-changed.ts";
import { CHANGE_CODES, whyImpossible } from "./why-not.ts";

export interface PlanRebuildRoutesOptions {
  readonly doorman: Doorman;
  readonly askWhatIf: AskWhatIf;
  readonly changePlan: ChangePlan;
  readonly readPlan: ReadPlan;
  readonly requestChange: RequestChange;
  readonly consents: Consents;
  readonly newIdFor: NewIdFor;
  readonly plansPerMinute: number;
}

const tags = ["changes"];
const asking = {
  problems: ["plan_not_found", "plan_changed", "plan_generating", "plan_not_made", "session_done"],
  keepsAnswer: false,
  repeat: "It stores nothing: sent again it is thought through again.",
} as const;

/** Every change that the engine thinks through: first as a question, then as a change. */
export const planRebuildRoutes: FastifyPluginAsyncZod<PlanRebuildRoutesOptions> = async (app, options) => {
  const { doorman, plansPerMinute } = options;
  const rateLimit = { max: plansPerMinute, timeWindow: "1 minute" };

  app.post<{ Params: PlanParams; Body: PlanChangeBody; Reply: Buffer }>(
    "/v1/plans/:planId/changes/what-if",
    {
      config: { ...asking, rateLimit },
      schema: {
        tags,
        summary: "What a change would do: the plan, the difference, or the nearest change that can be",
        params: PlanParams,
        body: PlanChangeBody,
        response: { 200: WhatIfAnswer },
      },
    },
    async (request, reply) => {
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      const asked = await options.askWhatIf(key, request.body, expectedRevision(request, key.planId));
      if (asked.ok) return sendWhatIf(reply, key, asked.value.standing.revision, possible(key, asked.value));
      if (asked.error.type !== "ChangeImpossible")
        return sendProblem(reply, await codeFor(options, key, asked.error));
      const { error, standing } = asked.error;
      if (error.type === "ChangeProblem") return sendImpossible(reply, asked.error);
      const isAboutHealth = (request.body.done?.health ?? null) !== null;
      return sendWhatIf(reply, key, standing.revision, refused(key, asked.error, isAboutHealth));
    },
  );

  app.post(
    "/v1/plans/:planId/changes",
    {
      config: { problems: [...asking.problems, "change_refused", "consent_needed"], rateLimit },
      schema: {
        tags,
        summary: "Change the plan: a new version, a line in the ledger, and undo; takes If-Match",
        description:
          "With the header `Prefer: respond-async` the change is made in the background: the answer is 202 with a job. It is made of the plan as it stands when its turn comes, or with If-Match of the state that is named. A job that fails has changed nothing, and its `problem` says why.",
        params: PlanParams,
        body: PlanChangeBody,
        response: { 200: ChangedAnswer, 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      if (tellsOfHealth(request.body.done) && !(await options.consents.coversPlans(key)))
        return sendProblem(reply, "consent_needed");
      if (isForLater(request)) return sendForLater(request, reply, key, options);
      const changed = await options.changePlan(key, request.body, noteOf(request, key));
      if (changed.ok) return answerChanged(reply, key, changed.value);
      if (changed.error.type !== "ChangeImpossible")
        return sendProblem(reply, await codeFor(options, key, changed.error));
      return sendImpossible(reply, changed.error);
    },
  );
  return Promise.resolve();
};

/** A plan that is still being made is there, though nothing of it can be changed yet; so is one that never will be. */
async function codeFor(
  { readPlan }: Pick<PlanRebuildRoutesOptions, "readPlan">,
  key: PlanKey,
  { type }: { readonly type: "PlanNotFound" | "PlanChangedMeanwhile" | "SessionIsDone" },
): Promise<ProblemCode> {
  const reading = type === "PlanNotFound" ? await readPlan(key) : undefined;
  if (reading === undefined) return CHANGE_CODES[type];
  // Meanwhile it may have been made: whoever asks again finds it.
  return reading.state === "failed" || reading.state === "refused" ? "plan_not_made" : "plan_generating";
}

/** RFC 7240: whoever asks would rather not wait. */
const isForLater = ({ headers: { prefer } }: FastifyRequest): boolean =>
  /(^|,)\s*respond-async\s*(,|;|$)/i.test(String(prefer ?? ""));

async function sendForLater(
  request: FastifyRequest<{ Params: PlanParams; Body: PlanChangeBody }>,
  reply: FastifyReply,
  key: PlanKey,
  options: Pick<PlanRebuildRoutesOptions, "requestChange" | "newIdFor" | "readPlan">,
): Promise<FastifyReply> {
  const { requestChange, newIdFor } = options;
  const trace = { jobId: newIdFor(request, "job"), requestId: request.id };
  const accepted = await requestChange(key, trace, request.body, noteOf(request, key));
  if (!accepted.ok) return sendProblem(reply, await codeFor(options, key, accepted.error));
  const { jobId } = accepted.value;
  return reply
    .code(202)
    .header("location", `/v1/jobs/${jobId}`)
    .header("preference-applied", "respond-async")
    .send({ jobId, status: "waiting" });
}

const sendWhatIf = (
  reply: FastifyReply,
  { planId }: PlanKey,
  revision: number,
  answer: object,
): FastifyReply =>
  reply
    .type("application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .header("etag", planTag(planId, revision))
    .send(Buffer.from(JSON.stringify(answer)));

const possible = ({ planId }: PlanKey, { standing, from, plan, verdicts, sessions, weeks }: WhatIf) => ({
  status: "possible",
  planId,
  version: standing.version,
  revision: standing.revision,
  from,
  diff: { sessions, weeks },
  verdicts,
  plan,
});

function refused({ planId }: PlanKey, { standing, from, error }: ChangeImpossible, tellsOfEase: boolean) {
  if (error.type === "ChangeProblem") return {};
  const { law, measured, limit, quantity, why, weeks, nearest } = error;
  // To leave the plan as it is is no other change, unless it was told to be eased.
  const offered = nearest !== null && (nearest.diff.sessions.length > 0 || tellsOfEase) ? nearest : null;
  return {
    status: "refused",
    planId,
    version: standing.version,
    revision: standing.revision,
    from,
    law,
    measured,
    limit,
    quantity,
    why,
    ...(weeks === undefined ? {} : { weeks }),
    ...explainChangeRefusal(error, unitsOf(standing)),
    nearest: offered && { wish: offered.wish, diff: comparePlans(standing.plan, offered.plan) },
  };
}

function sendImpossible(reply: FastifyReply, impossible: ChangeImpossible): FastifyReply {
  const { code, errors } = whyImpossible(impossible);
  return sendProblem(reply, code, errors);
}

const unitsOf = ({ plan }: ChangeImpossible["standing"]): Units => plan.request.units;
