/** How long streaks of build weeks should be, and may be. */
export interface StreakRules {
  readonly aim: number;
  readonly max: number;
  /** The first streak is none of those that are longer than the aim, wherever a phase ends. */
  readonly keepsFirst: boolean;
}

interface Choice {
  readonly cost: number;
  readonly weeks: readonly number[];
}

/**
 * Chooses the cutback weeks of the weeks before the taper by trying every arrangement.
 * Streaks of build weeks never exceed the longest allowed, the last streak leads into the taper, and among the
 * arrangements nearest to the streak aimed at, those that end a phase win.
 * @returns 1-based week numbers; none where there is no room for one
 */
export function placeCutbacks(
  weeksBeforeTaper: number,
  streak: StreakRules,
  phaseEnds: readonly number[],
  required: boolean,
): readonly number[] {
  return arrangements(weeksBeforeTaper, streak, phaseEnds, required)?.weeks ?? [];
}

function arrangements(
  total: number,
  { aim, max, keepsFirst }: StreakRules,
  phaseEnds: readonly number[],
  required: boolean,
): Choice | undefined {
  let best: Choice | undefined;
  const extend = (from: number, cost: number, weeks: readonly number[]): void => {
    const left = total - from;
    if (left <= max && (weeks.length > 0 || !required)) {
      best = cheaper(best, { cost: cost + streakCost(left, aim, true), weeks });
    }
    const shortest = weeks.length === 0 && left <= 4 ? 1 : 2;
    for (let streak = shortest; streak <= max; streak += 1) {
      const cutback = from + streak + 1;
      if (cutback >= total) break;
      const reward = phaseEnds.includes(cutback) ? PHASE_END : 0;
      const early = keepsFirst && weeks.length === 0 && streak > aim ? EARLY : 0;
      extend(cutback, cost + streakCost(streak, aim, false) + early - reward, [...weeks, cutback]);
    }
  };
  extend(0, 0, []);
  return best;
}

/** A cutback that ends a phase is worth this; a first streak that is kept costs more than all of them. */
const PHASE_END = 0.6;
const EARLY = 2;

const cheaper = (best: Choice | undefined, tried: Choice): Choice =>
  best === undefined || tried.cost < best.cost - 1e-9 ? tried : best;

/** A last streak of one week would put a cutback right beside the taper: dear, but not forbidden. */
function streakCost(streak: number, aim: number, last: boolean): number {
  const off = Math.abs(streak - aim);
  return off * off + (last && streak < 2 ? 8 : 0);
}
