import type { QueryClient } from "@tanstack/react-query";
import type { CompletionAnswer } from "@strideiq/contracts";
import { ok, type Result } from "@strideiq/engine";
import type { ApiProblem } from "../../api/client.ts";
import { actMessages as say } from "../../messages/acts.ts";
import { nameAddress } from "../../path/path.ts";
import { createStored, createWatched, type Stored, type Watched } from "../../preferences/stored.ts";
import { isForStrangers, looksRunOut } from "../../session/session.ts";
import { type Edit, isSameEdit, type ToldEdit, isToldAlready, withEdit } from "./edit.ts";
import { dismissNotice, sayNotice } from "./notice.ts";
import { sendOption, sendTold, sendUntold } from "./plan-api.ts";
import {
  basisIn,
  completionsKey,
  isOwnRevision,
  noteOwnRevision,
  planKey,
  refreshPlan,
  standingOf,
  tellOtherTabs,
  writeStanding,
} from "./plan-cache.ts";
import { connection, isSilent } from "./connection.ts";

/** Edits of all tabs that have not arrived yet. The browser keeps them, so that a lost connection loses nothing. */
export interface Outbox {
  readonly edits: Stored<readonly Edit[]>;
  /** What another tab told otherwise meanwhile: the athlete says which of the two holds. */
  readonly conflict: Watched<Edit | null>;
  /** What the server did not take, and why: it waits to be mended. */
  readonly refused: Watched<Refused | null>;
}

interface Refused {
  readonly edit: ToldEdit;
  readonly problem: ApiProblem;
}

interface Running extends Outbox {
  inFlight: Edit | null;
  retry: number;
}

const boxes = new Map<string, Running>();

export function outboxOf(planId: string): Running {
  const known = boxes.get(planId);
  if (known !== undefined) return known;
  const box: Running = {
    edits: createStored<readonly Edit[]>(`strideiq.unsent.${planId}`, readEdits),
    conflict: createWatched<Edit | null>(null),
    refused: createWatched<Refused | null>(null),
    inFlight: null,
    retry: 0,
  };
  boxes.set(planId, box);
  box.edits.subscribe(() => {
    endSettledConflict(box);
  });
  return box;
}

/** Another tab may have settled what this one asks about, or the athlete has told anew meanwhile. */
function endSettledConflict({ edits, conflict }: Running): void {
  const asked = conflict.read();
  if (asked !== null && !edits.read().some((edit) => isSameEdit(edit, asked))) conflict.write(null);
}

/** The page wrote it; what cannot be read (another release) is left out. */
function readEdits(text: string | null): readonly Edit[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? (value as readonly Edit[]) : [];
  } catch {
    return [];
  }
}

/** Shows an edit at once and sends it. */
export function addEdit(client: QueryClient, planId: string, edit: Edit): void {
  const box = outboxOf(planId);
  box.edits.update((edits) => withEdit(edits, edit, box.inFlight));
  void flush(client, planId);
}

const drop = (box: Running, edit: Edit): void => {
  box.edits.update((edits) => edits.filter((other) => !isSameEdit(other, edit)));
};

const RETRY_MS = 2000;
/** A plan that changes under every attempt is being changed by a machine; a person is told. */
const ATTEMPTS_MAX = 4;

/** One tab at a time, where the browser can see to it; elsewhere what was sent twice is found to be told already. */
const alone = (planId: string, act: () => Promise<void>): Promise<void> =>
  "locks" in window.navigator ? window.navigator.locks.request(`strideiq.unsent.${planId}`, act) : act();

const flush = (client: QueryClient, planId: string): Promise<void> =>
  alone(planId, () => sendAll(client, planId));

/** Sends what waits, in order, one at a time. */
async function sendAll(client: QueryClient, planId: string): Promise<void> {
  const box = outboxOf(planId);
  window.clearTimeout(box.retry);
  let attempts = 0;
  while (box.inFlight === null && box.conflict.read() === null) {
    const edit = box.edits.latest()[0];
    if (edit === undefined) return;
    box.inFlight = edit;
    const sent = await sendEdit(client, planId, edit);
    box.inFlight = null;
    attempts += 1;
    if (!sent.ok && isSilent(sent.error)) {
      connection.write("down");
      box.retry = window.setTimeout(() => void flush(client, planId), RETRY_MS);
      return;
    }
    connection.write("up");
    if (sent.ok) drop(box, edit);
    // What the owner wrote waits for the owner; it is sent when the plan is opened after signing in.
    else if ((await onRefused(client, planId, edit, sent.error, attempts)) === "stopped") return;
  }
}

async function onRefused(
  client: QueryClient,
  planId: string,
  edit: Edit,
  problem: ApiProblem,
  attempts: number,
): Promise<"settled" | "stopped"> {
  const box = outboxOf(planId);
  if (problem.status !== 412 || attempts >= ATTEMPTS_MAX) {
    if (isForStrangers(problem) && (await looksRunOut(client))) {
      keepDay(client, planId, edit.sessionId);
      return "stopped";
    }
    drop(box, edit);
    if (edit.kind === "told") box.refused.write({ edit, problem });
    sayNotice(say.notSaved(problem.title));
    await refreshPlan(client, planId);
    return "settled";
  }
  await refreshPlan(client, planId);
  if (isToldAlready(edit, toldNow(client, planId, edit.sessionId))) {
    drop(box, edit);
    return "settled";
  }
  if (edit.kind !== "option") {
    // Nothing is done while the athlete has not said which of the two holds.
    dismissNotice();
    box.conflict.write(edit);
  } else if (!isOwnRevision(planId, standingOf(client, planId)?.revision)) sayNotice(say.changedElsewhere);
  return "settled";
}

/** Whoever comes back after signing in stands at the day that was open. */
function keepDay(client: QueryClient, planId: string, sessionId: string): void {
  const weeks = standingOf(client, planId)?.plan.weeks ?? [];
  const day = weeks
    .flatMap(({ days }) => days)
    .find(({ sessions }) => sessions.some(({ id }) => id === sessionId))?.date;
  if (day !== undefined) nameAddress({ name: "plan", planId, day });
}

/** Settles a conflict: the athlete's own words go on top of the other tab's, or they are left out. */
export function settleConflict(client: QueryClient, planId: string, keepMine: boolean): void {
  const box = outboxOf(planId);
  const edit = box.conflict.read();
  box.conflict.write(null);
  if (edit === null || edit.kind === "option") return;
  drop(box, edit);
  if (!keepMine) return;
  const told = toldNow(client, planId, edit.sessionId);
  const basis = told === undefined ? 0 : basisIn([told], edit.sessionId);
  addEdit(client, planId, { ...edit, basis });
}

/** What is told of a session as far as this page has heard. */
function toldNow(client: QueryClient, planId: string, session: string): CompletionAnswer | undefined {
  const read = client.getQueryData<Result<readonly CompletionAnswer[], ApiProblem>>(completionsKey(planId));
  return read?.ok === true ? read.value.find(({ sessionId }) => sessionId === session) : undefined;
}

async function sendEdit(client: QueryClient, planId: string, edit: Edit): Promise<Result<null, ApiProblem>> {
  if (edit.kind === "option") {
    const revision = standingOf(client, planId)?.revision ?? 0;
    const sent = await sendOption(planId, revision, edit.sessionId, edit.option);
    if (!sent.ok) return sent;
    writeStanding(client, planId, sent.value, edit);
    tellOtherTabs(planId);
    void client.invalidateQueries({ queryKey: ["changes", planId] });
    return ok(null);
  }
  const { sessionId, basis } = edit;
  const sent =
    edit.kind === "told"
      ? await sendTold(planId, basis, sessionId, edit.told)
      : await sendUntold(planId, basis, sessionId);
  if (!sent.ok) return sent;
  const told = edit.kind === "told" ? (sent.value as CompletionAnswer) : null;
  client.setQueryData<Result<readonly CompletionAnswer[], ApiProblem>>(completionsKey(planId), (old) => {
    if (old?.ok !== true) return old;
    const others = old.value.filter((other) => other.sessionId !== sessionId);
    return ok(told === null ? others : [...others, told]);
  });
  noteOwnRevision(sessionId, told?.revision ?? 0);
  rebase(outboxOf(planId), sessionId, told?.revision ?? 0);
  tellOtherTabs(planId);
  // What a run was found to be comes back when the athlete's own word is taken back.
  if (told === null) void client.invalidateQueries({ queryKey: completionsKey(planId) });
  return ok(null);
}

/** What is still waiting for this session is said on top of what has just arrived. */
function rebase(box: Running, sessionId: string, basis: number): void {
  box.edits.update((edits) =>
    edits.map((edit) =>
      isSameEdit(edit, box.inFlight) || edit.kind === "option" || edit.sessionId !== sessionId
        ? edit
        : { ...edit, basis },
    ),
  );
}

/** Called by the loader of a plan: what a reload or a lost connection left behind is sent now. */
export const resumeSending = (client: QueryClient, planId: string): void => {
  if (client.getQueryData(planKey(planId)) !== undefined) void flush(client, planId);
};
