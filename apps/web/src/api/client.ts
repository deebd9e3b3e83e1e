import {
  type Answers,
  type ApiProblem as Problem,
  createClient,
  type OperationName,
  type Question,
} from "@strideiq/client";
import { err, ok, type Result } from "@strideiq/engine";
import { messages } from "../messages.ts";
import { fetchOrTake } from "./early.ts";
import type { PlanAccepted, PlanAnswer, PlanWishInput } from "@strideiq/contracts";

/** What went wrong with a request, in words for the page; `errors` name the fields they belong to. */
export type ApiProblem = Pick<Problem, "status" | "code" | "title" | "detail" | "errors">;

/** The server that this page comes from. */
const api = createClient({ fetch: fetchOrTake });

/** Asks the server; what it answers, or why it did not, in words for the page. */
export async function ask<O extends OperationName>(
  operation: O,
  ...question: object extends Question<O> ? [question?: Question<O>] : [question: Question<O>]
): Promise<Result<Answers[O], ApiProblem>> {
  const answer = await api.ask(operation, ...question);
  return answer.ok ? ok(answer.value.body) : err(inWords(answer.error));
}

export const requestPlan = (wish: PlanWishInput): Promise<Result<PlanAccepted, ApiProblem>> =>
  ask("POST /v1/plans", { body: wish });

export const fetchPlan = (planId: string): Promise<Result<PlanAnswer, ApiProblem>> =>
  ask("GET /v1/plans/{planId}", { path: { planId } });

/** What the server says is said as it is; what it could not say, in the page's own words. */
export function inWords(problem: Problem): Problem {
  const { offline, offlineDetail, unknown, unknownDetail } = messages.problems;
  if (problem.code === "offline") return { ...problem, title: offline, detail: offlineDetail };
  if (problem.code === "unreadable") return { ...problem, title: unknown, detail: unknownDetail };
  return problem;
}
