import type { RaceDistance } from "../plan/vocabulary.ts";
import type { LongRunKind } from "../rulebook/workout-definition.ts";
import { scaledQuota } from "../checks/quota.ts";
import { daysLeft, type WeekFrame } from "./frame.ts";
import {
  fullWeeksOf,
  marathonPaceWanted,
  type RacePaceFacts,
  sumOf,
  usualBlocks,
} from "./race-pace-blocks.ts";
import { itemAt } from "../result/item-at.ts";

type Kinds = readonly (LongRunKind | null)[];

/** The kind of long run that rehearses a race; short races have none. */
const rehearsalOf = (distance: RaceDistance): LongRunKind | null =>
  distance === "marathon" ? "marathon_pace" : distance === "half_marathon" ? "half_marathon_pace" : null;

/**
 * Gives law I7 its long runs at race pace: those that the rotation set too near to the race become easy, the
 * latest in time is the rehearsal, and others follow backwards while the plan holds too little.
 */
export function withRacePace(kinds: Kinds, facts: RacePaceFacts): Kinds {
  const rehearsal = rehearsalOf(facts.distance);
  if (rehearsal === null) return kinds;
  const open = facts.frames.map((frame, week) => mayHold(frame, week, rehearsal, facts));
  const early = facts.distance === "marathon" ? facts.rulebook.laws.I7.marathon.earliestShareAim : 0;
  const isIn = (week: number): boolean => open[week] === true && shareOf(week, facts) >= early;
  let settled: Kinds = kinds.map((kind, i) => (kind === rehearsal && !isIn(i) ? "easy" : kind));
  const latest = open.lastIndexOf(true);
  if (latest >= 0 && isAnyAsked(facts)) settled = changed(settled, latest, rehearsal);
  settled = withoutRows(settled, rehearsal, facts);
  let week = nextWeek(settled, open, rehearsal, facts);
  while (week !== undefined) {
    settled = changed(settled, week, rehearsal);
    week = nextWeek(settled, open, rehearsal, facts);
  }
  return settled;
}

const changed = (kinds: Kinds, week: number, kind: LongRunKind): Kinds =>
  kinds.map((other, i) => (i === week ? kind : other));

const daysToRaceOf = ({ days, longDay }: WeekFrame): number => days[longDay]?.daysToRace ?? 0;

/** Neither in the base phase nor in the first weeks, nor too near to the race; short plans need not rehearse so early. */
function mayHold(frame: WeekFrame, week: number, kind: LongRunKind, facts: RacePaceFacts): boolean {
  const { rulebook } = facts;
  if (frame.kind !== "build" || frame.phase === "base" || frame.longDay < 0) return false;
  const { marathon, halfMarathon } = rulebook.laws.I7;
  const toRace = daysToRaceOf(frame);
  if (kind === "half_marathon_pace") return toRace >= halfMarathon.lastDays.min;
  const isShort = fullWeeksOf(facts) < marathon.rehearsalFromWeeks;
  const latest = isShort ? rulebook.laws.T5.days : marathon.rehearsalDays.min;
  return toRace >= latest && shareOf(week, facts) >= marathon.earliestShare;
}

const halfMarathonQuota = (facts: RacePaceFacts): number =>
  scaledQuota(facts.rulebook.laws.I7.halfMarathon.longRunsMin, fullWeeksOf(facts), facts.rulebook.laws.I8);

const isAnyAsked = (facts: RacePaceFacts): boolean =>
  facts.distance === "marathon" ? marathonPaceWanted(facts).least > 0 : halfMarathonQuota(facts) > 0;

const weeksOf = (kinds: Kinds, kind: LongRunKind): readonly number[] =>
  kinds.flatMap((other, i) => (other === kind ? [i] : []));

/** What a plan still lacks: nothing, some of what it aims at, or some of what it must hold. */
function lackOf(kinds: Kinds, kind: LongRunKind, facts: RacePaceFacts): "nothing" | "aim" | "must" {
  const weeks = weeksOf(kinds, kind);
  if (kind === "half_marathon_pace") return weeks.length >= halfMarathonQuota(facts) ? "nothing" : "must";
  const { firstBlockShares: shares } = facts.rulebook.quality;
  const held = (firstShares: readonly number[]): number => sumOf(usualBlocks(weeks, 0, facts, firstShares));
  const { least, aim } = marathonPaceWanted(facts);
  const { racePaceInLongRunsShare: share } = facts.rulebook.quality;
  if (held(shares.slice(0, -1)) < least * share) return "must";
  return held(shares.slice(0, 1)) < aim * share ? "aim" : "nothing";
}

/**
 * The latest week that rests from race pace before and after it; else any that may. Weeks earlier than law I7
 * aims at are taken only for what the plan must hold.
 */
function nextWeek(
  kinds: Kinds,
  open: readonly boolean[],
  kind: LongRunKind,
  facts: RacePaceFacts,
): number | undefined {
  const lack = lackOf(kinds, kind, facts);
  if (lack === "nothing") return undefined;
  const { earliestShareAim } = facts.rulebook.laws.I7.marathon;
  const isFree = (week: number): boolean =>
    open[week] === true &&
    kinds[week] !== kind &&
    (lack === "must" || shareOf(week, facts) >= earliestShareAim) &&
    weeksOf(withoutRows(changed(kinds, week, kind), kind, facts), kind).length > weeksOf(kinds, kind).length;
  const free = kinds.flatMap((_, week) => (isFree(week) ? [week] : []));
  const apart = free.filter((week) => kinds[week - 1] !== kind && kinds[week + 1] !== kind);
  const late = apart.filter((week) => shareOf(week, facts) >= earliestShareAim);
  return [late, apart, free].find((weeks) => weeks.length > 0)?.at(-1);
}

/** Share of the plan that is over on the long-run day of a week. */
function shareOf(week: number, { frames }: RacePaceFacts): number {
  return 1 - daysToRaceOf(itemAt(frames, week)) / daysLeft(frames);
}

/** Law I7: no more long runs at marathon pace in a row than it allows; the first of them becomes easy. */
function withoutRows(kinds: Kinds, kind: LongRunKind, { rulebook }: RacePaceFacts): Kinds {
  if (kind !== "marathon_pace") return kinds;
  const most = rulebook.laws.I7.marathon.inARowMax;
  const settled = [...kinds];
  let row = 0;
  for (let week = settled.length - 1; week >= 0; week -= 1) {
    row = settled[week] === kind ? row + 1 : 0;
    if (row <= most) continue;
    settled[week] = "easy";
    row = 0;
  }
  return settled;
}
