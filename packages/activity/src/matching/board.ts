import type { CalendarDate } from "@strideiq/engine";
import type { Match } from "./matching.ts";
import type { PlannedSession } from "./planned-session.ts";
import type { RunSummary } from "./run-summary.ts";

/** What is still free while matches are made. */
export interface Board {
  readonly session: (id: string) => PlannedSession | undefined;
  readonly run: (id: string) => RunSummary | undefined;
  readonly days: () => readonly CalendarDate[];
  readonly freeSessionsOn: (day: CalendarDate) => readonly PlannedSession[];
  readonly freeRunsOn: (day: CalendarDate) => readonly RunSummary[];
  readonly freeRuns: () => readonly RunSummary[];
  readonly take: (match: Match) => void;
  readonly matches: () => readonly Match[];
}

export function createBoard(sessions: readonly PlannedSession[], runs: readonly RunSummary[]): Board {
  const sessionById = new Map(sessions.map((session) => [session.id, session]));
  const runById = new Map(runs.map((run) => [run.id, run]));
  const sessionsByDay = grouped(sessionById.values(), ({ day }) => day);
  const runsByDay = grouped(runById.values(), ({ day }) => day);
  const takenSessions = new Set<string>();
  const takenRuns = new Set<string>();
  const matches: Match[] = [];
  const ordered = <One extends { readonly id: string }>(some: readonly One[]): readonly One[] =>
    some.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    session: (id) => (takenSessions.has(id) ? undefined : sessionById.get(id)),
    run: (id) => (takenRuns.has(id) ? undefined : runById.get(id)),
    days: () => [...sessionsByDay.keys()].toSorted(),
    freeSessionsOn: (day) =>
      ordered((sessionsByDay.get(day) ?? []).filter(({ id }) => !takenSessions.has(id))),
    freeRunsOn: (day) => ordered((runsByDay.get(day) ?? []).filter(({ id }) => !takenRuns.has(id))),
    freeRuns: () => ordered([...runById.values()].filter(({ id }) => !takenRuns.has(id))),
    take: (match) => {
      matches.push(match);
      takenSessions.add(match.sessionId);
      for (const id of match.runIds) takenRuns.add(id);
    },
    matches: () => bySession(matches),
  };
}

export const bySession = <One extends { readonly sessionId: string }>(some: readonly One[]): readonly One[] =>
  some.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1));

export function grouped<Key, One>(
  some: Iterable<One>,
  keyOf: (one: One) => Key,
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of some) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
