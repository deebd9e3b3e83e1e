import { err, ok, type Result } from "@strideiq/engine";
import { messages } from "../messages.ts";
import type { PlanAccepted, PlanAnswer, PlanWishInput } from "@strideiq/contracts";

/** What went wrong with a request, in words for the page; `errors` name the fields they belong to. */
export interface ApiProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

export const requestPlan = (wish: PlanWishInput): Promise<Result<PlanAccepted, ApiProblem>> =>
  send("/v1/plans", { method: "POST", body: JSON.stringify(wish) });

export const fetchPlan = (planId: string): Promise<Result<PlanAnswer, ApiProblem>> =>
  send(`/v1/plans/${encodeURIComponent(planId)}`, { method: "GET" });

async function send<T>(path: string, request: RequestInit): Promise<Result<T, ApiProblem>> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...request,
      headers: { accept: "application/json", "content-type": "application/json" },
    });
  } catch {
    return err(problem(0, messages.problems.offline, messages.problems.offlineDetail));
  }
  const body: unknown = await response.json().catch(() => null);
  // The server is the page's own and checks what it sends against the same contract.
  return response.ok ? ok(body as T) : err(readProblem(response.status, body));
}

const problem = (status: number, title: string, detail: string): ApiProblem => ({
  status,
  title,
  detail,
  errors: [],
});

/** Reads application/problem+json; anything else (a proxy's page) becomes a plain sentence. */
export function readProblem(status: number, body: unknown): ApiProblem {
  if (typeof body !== "object" || body === null)
    return problem(status, messages.problems.unknown, messages.problems.unknownDetail);
  const text = (key: string, fallback: string): string => {
    const value: unknown = Reflect.get(body, key);
    return typeof value === "string" && value !== "" ? value : fallback;
  };
  const errors: unknown = Reflect.get(body, "errors");
  return {
    status,
    title: text("title", messages.problems.unknown),
    detail: text("detail", ""),
    errors: Array.isArray(errors) ? errors.flatMap(readFieldError) : [],
  };
}

function readFieldError(value: unknown): ApiProblem["errors"] {
  if (typeof value !== "object" || value === null) return [];
  const field: unknown = Reflect.get(value, "field");
  const message: unknown = Reflect.get(value, "message");
  return typeof field === "string" && typeof message === "string" ? [{ field, message }] : [];
}
