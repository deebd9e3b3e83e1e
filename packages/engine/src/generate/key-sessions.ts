import { hardDaysUsual } from "../plan/quality.ts";
import type { RaceRules, Rulebook } from "../rulebook/rulebook.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import { daysLeft, type WeekFrame } from "./frame.ts";
import { meetQuotas } from "./quotas.ts";
import { isRacePaceLong } from "./race-pace-long.ts";
import { isCrowded, type KeySessionFacts, type KeyWeek, stressOfStimulus } from "./key-week.ts";
import { itemAt } from "../result/item-at.ts";

/**
 * The stimuli of every week: the rotation of its phase, as many as days, volume and laws allow; then the
 * weeks together are brought to the numbers that the race asks for (law I8), and the last two hold only
 * what the plan has held before (law T5).
 */
export function keySessionsOf(facts: KeySessionFacts): readonly (readonly Stimulus[])[] {
  let weeks = familiarWeeks(wishedWeeks(facts), facts.rulebook);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const settled = familiarWeeks(meetQuotas(weeks, facts), facts.rulebook);
    const asBefore = settled.every(({ chosen }, i) => chosen === weeks[i]?.chosen);
    weeks = settled;
    if (asBefore) break;
  }
  return weeks.map(({ chosen }) => chosen);
}

/** What one law moves may concern the other; after a few rounds nothing moves any more. */
const ROUNDS_MAX = 3;

function wishedWeeks(facts: KeySessionFacts): readonly KeyWeek[] {
  const turns = new Map<string, number>();
  const trained = new Map<Stimulus, number>();
  return facts.frames.map((frame, i) => {
    const week = emptyWeek(facts, frame, i);
    if (week.room <= 0) return week;
    const turn = turns.get(frame.phase) ?? 0;
    turns.set(frame.phase, turn + 1);
    const wishes = stimuliAt(frame, turn, week.room, facts.rulebook.races[facts.distance], trained);
    const allowed = wishes
      .map((stimulus) => inCutback(stimulus, frame, facts.rulebook))
      .filter((stimulus) => stimulus !== "marathon_pace" || mayHoldMarathonPace(frame, facts))
      .filter((stimulus) => !isCrowded(stimulus, week, facts.rulebook));
    const chosen = [...new Set(allowed)].slice(0, week.room);
    if (frame.kind === "build") for (const one of chosen) trained.set(one, i);
    return { ...week, chosen };
  });
}

function emptyWeek(facts: KeySessionFacts, frame: WeekFrame, index: number): KeyWeek {
  const { volumes, longRuns, capacities, rulebook } = facts;
  const longRun = longRuns[index] ?? null;
  const beside = isRacePaceLong(longRun) ? 1 : 0;
  const capacity = capacities?.[index] ?? Number.POSITIVE_INFINITY;
  const volume = itemAt(volumes, index);
  const { S3, T5 } = rulebook.laws;
  return {
    frame,
    longRun,
    metres: volume.metres,
    room: Math.max(0, Math.min(usualSessions(facts, frame, volume) - beside, capacity)),
    most: Math.max(0, Math.min(mostSessions(facts, frame) - beside, capacity)),
    speedOnly: frame.phase === "base",
    late: frame.days.some(({ daysToRace }) => daysToRace > S3.daysMin && daysToRace < T5.days),
    chosen: [],
  };
}

/**
 * Cutbacks and tapers hold one at most, race week and the weeks of a builder none; base holds one speed
 * session at most, of experienced runners.
 */
function mostSessions({ runner, policy }: KeySessionFacts, frame: WeekFrame): number {
  if (frame.kind === "race" || runner.tier === "builder") return 0;
  if (frame.phase === "base")
    return frame.kind === "build" && runner.tier !== "low" ? Math.min(policy.qualityMax, 1) : 0;
  if (frame.kind === "taper" && frame.weeksToRace === 0) return 0;
  return frame.kind === "build" ? policy.qualityMax : Math.min(policy.qualityMax, 1);
}

function usualSessions(facts: KeySessionFacts, frame: WeekFrame, volume: WeekVolume): number {
  if (frame.phase === "base") return 0;
  const most = mostSessions(facts, frame);
  if (frame.kind !== "build") return most;
  return Math.min(hardDaysUsual(facts.distance, volume, facts.rulebook.quality), most);
}

/**
 * With one session a week primary and secondary take turns, the one that waits longest first; with two they
 * stand side by side.
 */
function stimuliAt(
  frame: WeekFrame,
  turn: number,
  room: number,
  race: RaceRules,
  trained: ReadonlyMap<Stimulus, number>,
): readonly Stimulus[] {
  const { primary, secondary } = race.program[frame.phase];
  if (frame.phase === "taper") return [at(primary, primary.length - frame.weeksToRace)].flat();
  if (room === 1) {
    const alternating = primary.flatMap((stimulus, i) => [stimulus, ...at(secondary, i)]);
    const single = alternating.length === 0 ? secondary : alternating;
    if (frame.kind !== "build") return [...at(single, turn), ...at(single, turn + 1), ...secondary];
    const lastWeek = (stimulus: Stimulus): number => trained.get(stimulus) ?? -1;
    return [...single.toSorted((a, b) => lastWeek(a) - lastWeek(b)), ...secondary];
  }
  return [...at(primary, turn), ...at(secondary, turn), ...at(secondary, turn + 1), ...primary];
}

const at = <T>(list: readonly T[], index: number): readonly T[] => {
  const item = list[((index % list.length) + list.length) % list.length];
  return item === undefined ? [] : [item];
};

/** Marathon pace tires more than it looks: not in a cutback, and not before law I7 wants it. */
function mayHoldMarathonPace(frame: WeekFrame, { frames, rulebook }: KeySessionFacts): boolean {
  const over = 1 - daysLeft([frame]) / daysLeft(frames);
  return frame.kind !== "cutback" && over >= rulebook.laws.I7.marathon.earliestShareAim;
}

/** A cutback has the effort without the race: intervals instead of the pace of a short race. */
const inCutback = (stimulus: Stimulus, { kind }: WeekFrame, rulebook: Rulebook): Stimulus =>
  kind === "cutback" && stressOfStimulus(stimulus, rulebook) === "interval" ? "interval" : stimulus;

/** Law T5: the last weeks hold efforts that the plan has held; in place of others comes what was trained last. */
function familiarWeeks(weeks: readonly KeyWeek[], rulebook: Rulebook): readonly KeyWeek[] {
  const known = new Set<Stimulus>();
  for (const { late, chosen, longRun } of weeks) {
    if (late) continue;
    chosen.forEach((stimulus) => known.add(stimulus));
    if (longRun === "marathon_pace" || longRun === "half_marathon_pace") known.add(longRun);
  }
  const stresses = new Set([...known].map((stimulus) => stressOfStimulus(stimulus, rulebook)));
  const isKnown = (stimulus: Stimulus): boolean =>
    stimulus === "fartlek" ? known.has(stimulus) : stresses.has(stressOfStimulus(stimulus, rulebook));
  return weeks.map((week) => {
    if (!week.late || week.chosen.every(isKnown)) return week;
    const instead = [...known].toReversed().filter((stimulus) => !isCrowded(stimulus, week, rulebook));
    const chosen = [...new Set([...week.chosen.filter(isKnown), ...instead])].slice(0, week.chosen.length);
    return { ...week, chosen };
  });
}
