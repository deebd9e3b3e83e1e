import type { Actor, ChangedPlan, ChangeImpossible, ChangeNote, PlanKey } from "@strideiq/application";
import type { PlanParams } from "@strideiq/contracts";
import type { Result } from "@strideiq/engine";
import type { FastifyReply, FastifyRequest } from "fastify";
import { expectedRevision, planTag } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";
import { CHANGE_CODES, type PlanChangeProblem, whyImpossible } from "./why-not.ts";

export interface PlanChangeRequest {
  readonly Params: PlanParams;
  readonly Body: { readonly reason?: string | undefined };
}

/** Makes a change for whoever asks, and says where the plan stands then. */
export async function sendChanged(
  request: FastifyRequest<PlanChangeRequest>,
  reply: FastifyReply,
  key: PlanKey | undefined,
  change: (
    key: PlanKey,
    note: ChangeNote,
  ) => Promise<Result<ChangedPlan, PlanChangeProblem | ChangeImpossible>>,
): Promise<FastifyReply> {
  if (key === undefined) return sendProblem(reply, "plan_not_found");
  const changed = await change(key, noteOf(request, key));
  if (changed.ok) return answerChanged(reply, key, changed.value);
  if (changed.error.type !== "ChangeImpossible") return sendProblem(reply, CHANGE_CODES[changed.error.type]);
  const { code, errors } = whyImpossible(changed.error);
  return sendProblem(reply, code, errors);
}

/** What every change says beside itself: who, why, and for which state of the plan. */
export function noteOf(
  request: FastifyRequest<PlanChangeRequest>,
  { planId, athleteId }: PlanKey,
): ChangeNote {
  const expected = expectedRevision(request, planId);
  const { reason } = request.body;
  const actor: Actor = { kind: "athlete", id: athleteId };
  return {
    actor,
    ...(expected === undefined ? {} : { expected }),
    ...(reason === undefined ? {} : { reason }),
  };
}

export const answerChanged = (reply: FastifyReply, { planId }: PlanKey, changed: ChangedPlan): FastifyReply =>
  reply
    .header("etag", planTag(planId, changed.revision))
    .header("cache-control", "no-store")
    .send({ planId, ...changed });
