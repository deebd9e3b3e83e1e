import type { Phase } from "../plan/vocabulary.ts";
import type { MesocycleRules } from "../rulebook/rulebook.ts";

/** A span of weeks with one purpose. */
export interface Mesocycle {
  readonly phase: Phase;
  /** 1-based, as the athlete counts. */
  readonly firstWeek: number;
  readonly weeks: number;
}

/**
 * Divides the weeks before the taper into mesocycles and lets the taper follow.
 * Where the weeks do not suffice for every minimum, the earliest mesocycles give theirs up first:
 * specific work is what a short horizon still needs.
 */
export function fitMesocycles(
  weeksBeforeTaper: number,
  taperWeeks: number,
  shapes: readonly MesocycleRules[],
): readonly Mesocycle[] {
  const minimums = affordableMinimums(weeksBeforeTaper, shapes);
  const reserved = minimums.reduce((sum, weeks) => sum + weeks, 0);
  const lengths = apportion(
    weeksBeforeTaper - reserved,
    shapes.map((shape) => shape.weight),
    minimums,
  );
  return layOut([
    ...shapes.map((shape, i) => ({ phase: shape.phase, weeks: lengths[i] ?? 0 })),
    { phase: "taper", weeks: taperWeeks },
  ]);
}

function affordableMinimums(weeks: number, shapes: readonly MesocycleRules[]): readonly number[] {
  let left = weeks;
  return shapes
    .toReversed()
    .map((shape) => {
      const given = Math.min(shape.weeksMin, left);
      left -= given;
      return given;
    })
    .toReversed();
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
