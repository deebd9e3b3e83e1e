import type { Phase } from "../plan/vocabulary.ts";
import type { MesocycleRules, PeriodizationRules } from "../rulebook/rulebook.ts";
import { itemAt } from "../result/item-at.ts";

/** A span of weeks with one purpose. */
export interface Mesocycle {
  readonly phase: Phase;
  /** 1-based, as the athlete counts. */
  readonly firstWeek: number;
  readonly weeks: number;
}

/**
 * Divides the weeks before the taper into mesocycles and lets the taper follow.
 * Where the weeks do not suffice for every minimum, those with the lowest rank give theirs up first; what is
 * left over every minimum goes to the phases by their weight.
 * @param givesWay rank of each phase: the lowest is the first to give way
 */
export function fitMesocycles(
  weeksBeforeTaper: number,
  taperWeeks: number,
  shapes: readonly MesocycleRules[],
  givesWay: PeriodizationRules["givesWay"],
): readonly Mesocycle[] {
  const minimums = affordableMinimums(weeksBeforeTaper, shapes, givesWay);
  const reserved = minimums.reduce((sum, weeks) => sum + weeks, 0);
  const lengths = apportion(
    weeksBeforeTaper - reserved,
    shapes.map((shape) => shape.weight),
    minimums,
  );
  return layOut([
    ...shapes.map((shape, i) => ({ phase: shape.phase, weeks: itemAt(lengths, i) })),
    { phase: "taper", weeks: taperWeeks },
  ]);
}

/** Weeks of base go to the phase after it, down to the least that the runner needs and never to none. */
export function withShorterBase(
  mesocycles: readonly Mesocycle[],
  fewer: number,
  weeksMin: number,
): readonly Mesocycle[] {
  const [base, next] = mesocycles;
  if (base?.phase !== "base" || next === undefined || next.phase === "taper") return mesocycles;
  const moved = Math.min(fewer, Math.max(0, base.weeks - Math.max(1, weeksMin)));
  if (moved === 0) return mesocycles;
  return [
    { ...base, weeks: base.weeks - moved },
    { ...next, firstWeek: next.firstWeek - moved, weeks: next.weeks + moved },
    ...mesocycles.slice(2),
  ];
}

/** The last to give way takes its minimum first. */
function affordableMinimums(
  weeks: number,
  shapes: readonly MesocycleRules[],
  givesWay: PeriodizationRules["givesWay"],
): readonly number[] {
  const given = new Map<MesocycleRules, number>();
  let left = weeks;
  for (const shape of shapes.toSorted((a, b) => givesWay[b.phase] - givesWay[a.phase])) {
    given.set(shape, Math.min(shape.weeksMin, left));
    left -= Math.min(shape.weeksMin, left);
  }
  return shapes.map((shape) => given.get(shape) ?? 0);
}

/**
 * Hands out weeks one at a time, each to the mesocycle furthest below its share (Sainte-Laguë).
 * Rounding all shares at once would be shorter, but then a longer macrocycle can have a shorter
 * base: the Alabama paradox.
 */
function apportion(
  extra: number,
  weights: readonly number[],
  minimums: readonly number[],
): readonly number[] {
  const given = [...minimums];
  for (let week = 0; week < extra; week += 1) {
    const claims = weights.map((weight, i) => weight / (2 * (given[i] ?? 0) + 1));
    const neediest = claims.indexOf(Math.max(...claims));
    given[neediest] = (given[neediest] ?? 0) + 1;
  }
  return given;
}

function layOut(lengths: readonly { readonly phase: Phase; readonly weeks: number }[]): readonly Mesocycle[] {
  let firstWeek = 1;
  return lengths
    .map(({ phase, weeks }) => {
      const mesocycle = { phase, firstWeek, weeks };
      firstWeek += weeks;
      return mesocycle;
    })
    .filter(({ weeks }) => weeks > 0);
}
