import type { Client } from "@strideiq/client";
import { parsePlanDocument, type PlanAnswer } from "@strideiq/contracts";
import { err } from "@strideiq/engine";
import type { ReadPlan } from "../read-plan.ts";
import { sentencesOf } from "./server-words.ts";

/** Reads plans by their id from a server, where a file would be read without one. */
export const createReadServerPlan =
  ({ ask }: Client): ReadPlan =>
  async (planId) => {
    const read = await ask("GET /v1/plans/{planId}", { path: { planId } });
    if (!read.ok) return err(sentencesOf(read.error).map((message) => ({ path: "", message })));
    const answer = read.value.body;
    return answer.status === "ready"
      ? parsePlanDocument(answer.plan)
      : err([{ path: "", message: whyNoPlan(answer) }]);
  };

/** Why there is nothing to show yet, or ever. */
export function whyNoPlan(answer: Exclude<PlanAnswer, { status: "ready" }>): string {
  switch (answer.status) {
    case "generating":
      return "The plan is still being made. Ask again in a moment.";
    case "failed":
      return "The plan could not be made, and that is a fault of the server. Ask for it again.";
    case "refused":
      return `There is no such plan: ${answer.refusal.reason} ${answer.refusal.instead}`;
  }
}
