import type { MatchingRules } from "../rules/activity-rules.ts";
import { costOf, isCompatible, type Unit, unitOf } from "./cost.ts";
import type { PlannedSession } from "./planned-session.ts";
import type { RunSummary } from "./run-summary.ts";

export interface Pairing {
  readonly session: PlannedSession;
  readonly unit: Unit;
  readonly cost: number;
}

export interface Assignment {
  readonly pairings: readonly Pairing[];
  readonly cost: number;
}

/** Days with more of either are matched without joining files, so that no day takes long. */
const RUNS_TO_JOIN_MAX = 6;
const FILES_IN_ONE_MAX = 4;
const SEARCH_MAX = 8;

/** What may be one session: each activity, and neighbours of one sport with short gaps between them. */
export function unitsOf(runs: readonly RunSummary[], rules: MatchingRules): readonly Unit[] {
  const ordered = runs.toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1));
  const units = ordered.map((run) => unitOf([run]));
  if (ordered.length > RUNS_TO_JOIN_MAX) return units;
  for (let from = 0; from < ordered.length; from += 1)
    for (let to = from + 1; to < Math.min(ordered.length, from + FILES_IN_ONE_MAX); to += 1) {
      const files = ordered.slice(from, to + 1);
      if (areNeighbours(files, rules)) units.push(unitOf(files));
    }
  return units;
}

const areNeighbours = (files: readonly RunSummary[], { groupGapSeconds }: MatchingRules): boolean =>
  files.every((file, index) => {
    const before = files[index - 1];
    return (
      before === undefined ||
      (before.sport === file.sport && file.startAt - before.endAt <= groupGapSeconds * 1000)
    );
  });

/**
 * The cheapest way to give each session of a day at most one unit, and each activity to at most one session. A
 * session without a unit costs as much as the worst match allowed, so that only a real match is one.
 */
export function assignDay(
  sessions: readonly PlannedSession[],
  units: readonly Unit[],
  rules: MatchingRules,
  isAllowed: (session: PlannedSession, unit: Unit) => boolean,
): Assignment {
  const options = sessions
    .slice(0, SEARCH_MAX)
    .map((session) => optionsFor(session, units, rules, isAllowed));
  let best: Assignment = { pairings: [], cost: Infinity };
  const search = (
    index: number,
    taken: ReadonlySet<string>,
    chosen: readonly Pairing[],
    cost: number,
  ): void => {
    if (cost >= best.cost) return;
    const some = options[index];
    if (some === undefined) {
      best = { pairings: chosen, cost };
      return;
    }
    for (const pairing of some) {
      if (pairing.unit.ids.some((id) => taken.has(id))) continue;
      search(index + 1, new Set([...taken, ...pairing.unit.ids]), [...chosen, pairing], cost + pairing.cost);
    }
    search(index + 1, taken, chosen, cost + rules.neverAbove);
  };
  search(0, new Set(), [], 0);
  return best;
}

/** Cheapest first, then earliest, so that of two equal ways the same one is found whatever the order of import. */
function optionsFor(
  session: PlannedSession,
  units: readonly Unit[],
  rules: MatchingRules,
  isAllowed: (session: PlannedSession, unit: Unit) => boolean,
): readonly Pairing[] {
  return units
    .filter((unit) => isCompatible(session, unit.sport) && isAllowed(session, unit))
    .map((unit) => {
      const joining = unit.ids.length > 1 ? rules.groupGainMin : 0;
      return { session, unit, cost: costOf(session, unit, rules) + joining };
    })
    .filter(({ cost }) => cost < rules.neverAbove)
    .toSorted(
      (a, b) =>
        a.cost - b.cost ||
        a.unit.startAt - b.unit.startAt ||
        (a.unit.ids.join() < b.unit.ids.join() ? -1 : 1),
    )
    .slice(0, SEARCH_MAX);
}
