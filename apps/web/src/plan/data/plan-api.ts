import { createClient } from "@strideiq/client";
import type {
  ChangedAnswer,
  ChangeListAnswer,
  CompletionAnswer,
  CompletionBody,
  PlanChangeBody,
  VersionAnswer,
  WhatIfAnswer,
} from "@strideiq/contracts";
import { err, ok, type Result } from "@strideiq/engine";
import { type ApiProblem, inWords } from "../../api/client.ts";
import { fetchOrTake } from "../../api/early.ts";

type Answer<T> = Promise<Result<T, ApiProblem>>;
type Asked<T> = Result<{ readonly body: T }, Parameters<typeof inWords>[0]>;

/** Says at once that nobody answers: edits wait in the outbox, and the page tells of it. */
const api = createClient({ pauses: [], fetch: fetchOrTake });

async function bodyOf<T>(asked: Promise<Asked<T>>): Answer<T> {
  const answer = await asked;
  return answer.ok ? ok(answer.value.body) : err(inWords(answer.error));
}

/** The state that a change is made for: whoever changes another one is told, and loses nothing. */
const forRevision = (planId: string, revision: number): string => `W/"${planId}-${String(revision)}"`;
const forTold = (planId: string, sessionId: string, basis: number): string =>
  forRevision(`${planId}-${sessionId}`, basis);

const PAGE = 100;

/** All that was told of a plan's sessions, page after page. */
export async function fetchCompletions(planId: string): Answer<readonly CompletionAnswer[]> {
  const found: CompletionAnswer[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: PAGE, ...(after === null ? {} : { after }) };
    const page = await api.ask("GET /v1/plans/{planId}/completions", { path: { planId }, query });
    if (!page.ok) return err(inWords(page.error));
    found.push(...page.value.body.completions);
    after = page.value.body.next;
  } while (after !== null);
  return ok(found);
}

export const sendOption = (
  planId: string,
  revision: number,
  sessionId: string,
  option: "a" | "b",
): Answer<ChangedAnswer> =>
  bodyOf(
    api.ask("PUT /v1/plans/{planId}/sessions/{sessionId}/option", {
      path: { planId, sessionId },
      body: { option },
      ifMatch: forRevision(planId, revision),
    }),
  );

export const sendTold = (
  planId: string,
  basis: number,
  sessionId: string,
  told: CompletionBody,
): Answer<CompletionAnswer> =>
  bodyOf(
    api.ask("PUT /v1/plans/{planId}/sessions/{sessionId}/completion", {
      path: { planId, sessionId },
      body: told,
      ifMatch: forTold(planId, sessionId, basis),
    }),
  );

export const sendUntold = (planId: string, basis: number, sessionId: string): Answer<unknown> =>
  bodyOf(
    api.ask("DELETE /v1/plans/{planId}/sessions/{sessionId}/completion", {
      path: { planId, sessionId },
      ifMatch: forTold(planId, sessionId, basis),
    }),
  );

/** What a change would do; nothing is stored. */
export const askWhatIf = (planId: string, revision: number, body: PlanChangeBody): Answer<WhatIfAnswer> =>
  bodyOf(
    api.ask("POST /v1/plans/{planId}/changes/what-if", {
      path: { planId },
      body,
      ifMatch: forRevision(planId, revision),
    }),
  );

export const sendChange = (planId: string, revision: number, body: PlanChangeBody): Answer<ChangedAnswer> =>
  bodyOf(
    api.ask("POST /v1/plans/{planId}/changes", {
      path: { planId },
      body,
      ifMatch: forRevision(planId, revision),
    }),
  );

export const sendUndo = (planId: string, revision: number, changeId: string): Answer<ChangedAnswer> =>
  bodyOf(
    api.ask("POST /v1/plans/{planId}/changes/{changeId}/undo", {
      path: { planId, changeId },
      body: {},
      ifMatch: forRevision(planId, revision),
    }),
  );

export const sendRestore = (planId: string, revision: number, version: number): Answer<ChangedAnswer> =>
  bodyOf(
    api.ask("POST /v1/plans/{planId}/restore", {
      path: { planId },
      body: { version },
      ifMatch: forRevision(planId, revision),
    }),
  );

export const fetchChanges = (planId: string, limit: number): Answer<ChangeListAnswer> =>
  bodyOf(api.ask("GET /v1/plans/{planId}/changes", { path: { planId }, query: { limit } }));

export const fetchVersion = (planId: string, version: number): Answer<VersionAnswer> =>
  bodyOf(api.ask("GET /v1/plans/{planId}/versions/{version}", { path: { planId, version } }));
