import type { Activity } from "../activity/activity.ts";
import type { DuplicateRules } from "../rules/activity-rules.ts";
import { grouped } from "../matching/board.ts";
import { compareRecordings, isSameRun, isTold, toldGap, wholeOf } from "./same-run.ts";

/** Two recordings, by their ids, in any order. */
export type IdPair = readonly [string, string];

/** What the athlete decided by hand; it outlives every import. */
export interface DuplicateDecisions {
  readonly same: readonly IdPair[];
  readonly different: readonly IdPair[];
  /** Recordings to believe although the rules prefer another one. */
  readonly preferred: readonly string[];
}

export const NO_DECISIONS: DuplicateDecisions = { same: [], different: [], preferred: [] };

/** One activity as it counts, with every recording of it. */
export interface RecordedOnce {
  readonly activity: Activity;
  /** The recordings that do not count, in the order in which they would be believed. */
  readonly duplicates: readonly Activity[];
}

/**
 * Every activity once, in the order of their starts. It depends on the set of recordings and on the athlete's
 * decisions, never on the order of imports. The recordings themselves are kept as they are.
 */
export function groupRuns(
  activities: readonly Activity[],
  decisions: DuplicateDecisions,
  rules: DuplicateRules,
): readonly RecordedOnce[] {
  const ordered = activities.toSorted(compareStarts);
  const groups = createGroups(ordered, decisions.different);
  for (const [a, b] of orderedPairs(decisions.same)) groups.join(a, b);
  for (const [a, b] of samePairs(ordered, rules)) groups.join(a, b);
  joinTold(groups, rules);
  return groups
    .all()
    .map((group) => believed(group, decisions, rules))
    .toSorted((a, b) => compareStarts(a.activity, b.activity));
}

/** By start, those without one last, then by id. */
export function compareStarts(a: Activity, b: Activity): number {
  const [from, to] = [a.start?.at ?? Infinity, b.start?.at ?? Infinity];
  if (from !== to) return from < to ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function believed(
  group: readonly Activity[],
  { preferred }: DuplicateDecisions,
  rules: DuplicateRules,
): RecordedOnce {
  const isChosen = ({ id }: Activity): number => Number(preferred.includes(id));
  const whole = wholeOf(group, rules);
  const isWhole = (one: Activity): number => Number(whole.includes(one));
  const ranked = group.toSorted(
    (a, b) => isChosen(b) - isChosen(a) || isWhole(b) - isWhole(a) || compareRecordings(a, b, rules),
  );
  const [activity = never(), ...duplicates] = ranked;
  return { activity, duplicates };
}

function never(): never {
  throw new Error("A group without a recording.");
}

const orderedPairs = (pairs: readonly IdPair[]): readonly IdPair[] =>
  pairs
    .map(([a, b]): IdPair => (a < b ? [a, b] : [b, a]))
    .toSorted((a, b) => (a.join() < b.join() ? -1 : a.join() > b.join() ? 1 : 0));

/** Pairs of recordings of one run; only those near each other in time are compared. */
function samePairs(ordered: readonly Activity[], rules: DuplicateRules): readonly IdPair[] {
  const pairs: IdPair[] = [];
  let open: Activity[] = [];
  for (const activity of ordered) {
    const { start } = activity;
    if (start === null) break;
    open = open.filter((one) => isOpen(one, start.at));
    for (const earlier of open)
      if (isSameRun(earlier, activity, rules)) pairs.push([earlier.id, activity.id]);
    open.push(activity);
  }
  return orderedPairs(pairs);
}

/**
 * Each run that was told gives way to one recording of its day, the likest first, and none stands for two: who told of
 * the way to work and of the way home has recorded two runs.
 */
function joinTold(groups: Groups, rules: DuplicateRules): void {
  const all = groups.all();
  const recorded = grouped(
    all.filter((group) => !group.some(isTold)),
    ([first]) => first?.start?.day,
  );
  const pairs = all
    .filter((group) => group.every(isTold))
    .flatMap((told) =>
      (recorded.get(told[0]?.start?.day) ?? []).flatMap((other) => toldPair(told, other, rules)),
    )
    .toSorted((a, b) => a.gap - b.gap || (a.pair.join() < b.pair.join() ? -1 : 1));
  const taken = new Set<string>();
  for (const { pair } of pairs)
    if (!pair.some((id) => taken.has(id)) && groups.join(...pair)) for (const id of pair) taken.add(id);
}

interface ToldPair {
  /** The first of what was told, and of the recordings of one run. */
  readonly pair: IdPair;
  readonly gap: number;
}

function toldPair(
  told: readonly Activity[],
  recorded: readonly Activity[],
  rules: DuplicateRules,
): readonly ToldPair[] {
  const gaps = told.flatMap((one) => recorded.flatMap((other) => toldGap(one, other, rules) ?? []));
  const [a, b] = [told[0]?.id, recorded[0]?.id];
  return gaps.length === 0 || a === undefined || b === undefined
    ? []
    : [{ pair: [a, b], gap: Math.min(...gaps) }];
}

const DAY_MILLISECONDS = 86_400_000;

/** What was typed in has no hour, and is compared with its whole day. */
const isOpen = ({ elapsedSeconds, format, start }: Activity, at: number): boolean =>
  (start?.at ?? -Infinity) + Math.max(elapsedSeconds * 1000, DAY_MILLISECONDS) > at ||
  (format === "manual" && (start?.at ?? 0) + 2 * DAY_MILLISECONDS > at);

interface Groups {
  /** Joins the groups of two recordings, unless the athlete said that any two in them are different: false then. */
  readonly join: (a: string, b: string) => boolean;
  readonly all: () => readonly (readonly Activity[])[];
}

function createGroups(activities: readonly Activity[], different: readonly IdPair[]): Groups {
  const groupOf = new Map(activities.map((activity): [string, Activity[]] => [activity.id, [activity]]));
  const isApart = (group: readonly Activity[], other: readonly Activity[]): boolean => {
    const [here, there] = [new Set(group.map(({ id }) => id)), new Set(other.map(({ id }) => id))];
    return different.some(([a, b]) => (here.has(a) && there.has(b)) || (here.has(b) && there.has(a)));
  };
  return {
    join: (a, b) => {
      const [group, other] = [groupOf.get(a), groupOf.get(b)];
      if (group === undefined || other === undefined || group === other || isApart(group, other))
        return false;
      group.push(...other);
      for (const { id } of other) groupOf.set(id, group);
      return true;
    },
    all: () => [...new Set(groupOf.values())],
  };
}
