import { type ApiProblem as Problem, createClient } from "@strideiq/client";
import { err, ok, type Result } from "@strideiq/engine";
import { messages } from "../messages.ts";
import type { PlanAccepted, PlanAnswer, PlanWishInput } from "@strideiq/contracts";

/** What went wrong with a request, in words for the page; `errors` name the fields they belong to. */
export type ApiProblem = Pick<Problem, "status" | "title" | "detail" | "errors">;

/** The server that this page comes from. */
const api = createClient();

export const requestPlan = async (wish: PlanWishInput): Promise<Result<PlanAccepted, ApiProblem>> => {
  const accepted = await api.ask("POST /v1/plans", { body: wish });
  return accepted.ok ? ok(accepted.value.body) : err(inWords(accepted.error));
};

export const fetchPlan = async (planId: string): Promise<Result<PlanAnswer, ApiProblem>> => {
  const read = await api.ask("GET /v1/plans/{planId}", { path: { planId } });
  return read.ok ? ok(read.value.body) : err(inWords(read.error));
};

/** What the server says is said as it is; what it could not say, in the page's own words. */
export function inWords(problem: Problem): Problem {
  const { offline, offlineDetail, unknown, unknownDetail } = messages.problems;
  if (problem.code === "offline") return { ...problem, title: offline, detail: offlineDetail };
  if (problem.code === "unreadable") return { ...problem, title: unknown, detail: unknownDetail };
  return problem;
}
