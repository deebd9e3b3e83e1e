import { scaledQuota } from "../checks/quota.ts";
import type { Stress } from "../plan/vocabulary.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import { daysLeft } from "./frame.ts";
import { isCrowded, type KeySessionFacts, type KeyWeek, stressOfStimulus } from "./key-week.ts";

/** A number of sessions that the whole plan must hold. */
interface Quota {
  readonly stress: Stress;
  readonly least: number;
  /** What is trained where a session of it is missing. */
  readonly stimulus: Stimulus;
}

/** One session more of what is missing: in a free place, or instead of something the plan has enough of. */
interface Move {
  readonly week: number;
  readonly chosen: readonly Stimulus[];
  readonly cost: number;
}

/**
 * Law I8, for the whole plan: as long as a quota is short, the session that costs the plan least is
 * exchanged or added. What the phases wish for stays wherever the quotas leave room for it.
 */
export function meetQuotas(weeks: readonly KeyWeek[], facts: KeySessionFacts): readonly KeyWeek[] {
  const quotas = quotasOf(facts);
  let settled = weeks;
  for (const quota of quotas) {
    while (countOf(settled, quota.stress, facts) < quota.least) {
      const move = cheapestMove(settled, quota, quotas, facts) ?? speedInBase(settled, quotas);
      if (move === null) break;
      settled = settled.map((week, i) => (i === move.week ? { ...week, chosen: move.chosen } : week));
    }
  }
  return settled;
}

/** The quotas of the race, the one with the fewest sessions first: it is the hardest to find a place for. */
function quotasOf({ frames, distance, rulebook }: KeySessionFacts): readonly Quota[] {
  const { I8 } = rulebook.laws;
  const quotas = I8.sessions[distance];
  const days = daysLeft(frames) + 1;
  const weeks = Math.floor(days / 7);
  const every = (count: number | null): number => (count === null ? 0 : weeks / count);
  const least = (quota: number): number => scaledQuota(quota, weeks, I8);
  const threshold = Math.max(every(quotas.thresholdEveryWeeks), every(quotas.thresholdEveryWeeksAim));
  const interval = Math.max(quotas.intervalsMin, every(quotas.intervalEveryWeeks));
  const all: readonly Quota[] = [
    { stress: "repetition", least: least(quotas.repetitionsMin), stimulus: "repetition" },
    { stress: "interval", least: least(interval), stimulus: "interval" },
    { stress: "threshold", least: least(threshold), stimulus: "threshold" },
  ];
  return all.filter(({ least: count }) => count > 0);
}

const countOf = (weeks: readonly KeyWeek[], stress: Stress, { rulebook }: KeySessionFacts): number =>
  weeks.reduce(
    (sum, { chosen }) => sum + chosen.filter((one) => stressOfStimulus(one, rulebook) === stress).length,
    0,
  );

function cheapestMove(
  weeks: readonly KeyWeek[],
  quota: Quota,
  quotas: readonly Quota[],
  facts: KeySessionFacts,
): Move | null {
  let best: Move | null = null;
  const spare = spareStresses(weeks, quotas, facts);
  const holds = ({ chosen }: KeyWeek): boolean =>
    chosen.some((one) => stressOfStimulus(one, facts.rulebook) === quota.stress);
  const known = weeks.some((week) => !week.late && holds(week));
  weeks.forEach((week, index) => {
    if ((week.late && !known) || week.most === 0 || holds(week)) return;
    if (week.speedOnly && quota.stress !== "repetition") return;
    if (isCrowded(quota.stimulus, week, facts.rulebook)) return;
    const near = nearness(weeks, index, quota.stress, facts);
    for (const { chosen, cost } of exchanges(week, quota, spare, facts)) {
      const whole = cost + near;
      if (best === null || whole < best.cost) best = { week: index, chosen, cost: whole };
    }
  });
  return best;
}

/** Repetitions that the race asks for may move into base, and leave their week to what base cannot hold. */
function speedInBase(weeks: readonly KeyWeek[], quotas: readonly Quota[]): Move | null {
  const speed = quotas.find(({ stress }) => stress === "repetition");
  const isFree = ({ speedOnly, most, chosen }: KeyWeek): boolean => speedOnly && most > chosen.length;
  const week = weeks.findLastIndex(isFree);
  if (
    speed === undefined ||
    week === -1 ||
    weeks.some(({ speedOnly, chosen }) => speedOnly && chosen.length > 0)
  )
    return null;
  return { week, chosen: [speed.stimulus], cost: 0 };
}

/** Efforts that the plan can lose a session of. */
const spareStresses =
  (weeks: readonly KeyWeek[], quotas: readonly Quota[], facts: KeySessionFacts) =>
  (stimulus: Stimulus): boolean => {
    const stress = stressOfStimulus(stimulus, facts.rulebook);
    const least = quotas.find((quota) => quota.stress === stress)?.least ?? 0;
    return countOf(weeks, stress, facts) > least;
  };

function exchanges(
  week: KeyWeek,
  { stimulus }: Quota,
  isSpare: (stimulus: Stimulus) => boolean,
  { distance, rulebook }: KeySessionFacts,
): readonly Omit<Move, "week">[] {
  const { primary } = rulebook.races[distance].program[week.frame.phase];
  const outside = week.frame.kind === "build" && !week.speedOnly ? 0 : COSTS.outsideTheBlock;
  const moves: Omit<Move, "week">[] = [];
  if (week.chosen.length < week.room) moves.push({ chosen: [...week.chosen, stimulus], cost: outside });
  else if (week.chosen.length < week.most)
    moves.push({ chosen: [...week.chosen, stimulus], cost: outside + COSTS.addedSession });
  week.chosen.forEach((one, index) => {
    if (!isSpare(one)) return;
    const cost = outside + COSTS.exchange + (primary.includes(one) ? COSTS.primary : 0);
    moves.push({ chosen: week.chosen.with(index, stimulus), cost });
  });
  return moves;
}

/** Sessions of one kind stand apart: beside another they cost most. */
function nearness(
  weeks: readonly KeyWeek[],
  index: number,
  stress: Stress,
  { rulebook }: KeySessionFacts,
): number {
  let gap = weeks.length;
  weeks.forEach(({ chosen }, i) => {
    if (chosen.some((one) => stressOfStimulus(one, rulebook) === stress))
      gap = Math.min(gap, Math.abs(i - index));
  });
  return COSTS.near / Math.max(1, gap);
}

/** What a move costs the plan, against the other moves. */
const COSTS = { exchange: 1, primary: 1, addedSession: 3, outsideTheBlock: 1.5, near: 2 } as const;
