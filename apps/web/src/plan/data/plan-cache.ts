import type { QueryClient } from "@tanstack/react-query";
import type { ChangedAnswer, CompletionAnswer, PlanAnswer } from "@strideiq/contracts";
import { ok, type Result } from "@strideiq/engine";
import type { ApiProblem } from "../../api/client.ts";
import { type Edit, planWithEdits } from "./edit.ts";

type Fetched = Result<PlanAnswer, ApiProblem>;
type Standing = Extract<PlanAnswer, { status: "ready" }>;

export const planKey = (planId: string) => ["plan", planId] as const;
export const completionsKey = (planId: string) => ["completions", planId] as const;

/** What the next words of the athlete are said on top of. What was found among the runs is nobody's word yet. */
export function basisIn(completions: readonly CompletionAnswer[], sessionId: string): number {
  const told = completions.find((one) => one.sessionId === sessionId);
  return told?.source === "manual" ? told.revision : 0;
}

/** The plan as the page holds it, where there is one. */
export function standingOf(client: QueryClient, planId: string): Standing | undefined {
  const fetched = client.getQueryData<Fetched>(planKey(planId));
  return fetched?.ok === true && fetched.value.status === "ready" ? fetched.value : undefined;
}

const ownRevisions = new Set<string>();

/** A revision of a plan, or of what was told of a session, that came of what was done on this page: nobody is told of it as news. */
export const noteOwnRevision = (id: string, revision: number): void => {
  ownRevisions.add(`${id} ${String(revision)}`);
};

export const isOwnRevision = (id: string, revision: number | undefined): boolean =>
  ownRevisions.has(`${id} ${String(revision)}`);

/** Notes where the plan stands after a choice has arrived; nothing else of it is another. */
export const writeStanding = (
  client: QueryClient,
  planId: string,
  { version, revision }: ChangedAnswer,
  edit: Edit,
): void => {
  noteOwnRevision(planId, revision);
  client.setQueryData<Fetched>(planKey(planId), (old) =>
    old?.ok === true && old.value.status === "ready"
      ? ok({
          ...old.value,
          version,
          revision,
          plan: planWithEdits(old.value.plan, [edit]) as Standing["plan"],
        })
      : old,
  );
};

/** Reads the plan and all about it again. */
export const refreshPlan = (client: QueryClient, planId: string): Promise<unknown> =>
  Promise.all([
    client.refetchQueries({ queryKey: planKey(planId) }),
    client.refetchQueries({ queryKey: completionsKey(planId) }),
    client.invalidateQueries({ queryKey: ["changes", planId] }),
  ]);

/** One for posting and listening: a channel does not hear itself. */
const channel = new BroadcastChannel("strideiq.plan");

/** Other tabs with this plan read it again. */
export const tellOtherTabs = (planId: string): void => {
  channel.postMessage(planId);
};

/** Listens for changes that were made in other tabs; gives the way to stop. */
export function onOtherTab(planId: string, changed: () => void): () => void {
  const listener = ({ data }: MessageEvent<unknown>): void => {
    if (data === planId) changed();
  };
  channel.addEventListener("message", listener);
  return () => {
    channel.removeEventListener("message", listener);
  };
}
