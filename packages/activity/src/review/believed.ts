import type { RecordedOnce } from "../duplicates/group-runs.ts";
import type { Links } from "../matching/matching.ts";

/** A link may name a duplicate: it means the run, whichever recording of it counts now. */
export function linksToBelieved({ linked, unlinked }: Links, runs: readonly RecordedOnce[]): Links {
  const believed = new Map(
    runs.flatMap(({ activity, duplicates }) => duplicates.map(({ id }) => [id, activity.id] as const)),
  );
  const meant = (id: string): string => believed.get(id) ?? id;
  return {
    linked: linked.map(({ runIds, sessionId }) => ({ sessionId, runIds: [...new Set(runIds.map(meant))] })),
    unlinked: unlinked.map(({ runId, sessionId }) => ({ sessionId, runId: meant(runId) })),
  };
}
