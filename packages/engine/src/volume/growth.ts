/** Growth by a share, or by a step where the base is small: the larger of the two counts. */
export interface GrowthLimit {
  readonly share: number;
  readonly stepMetres: number;
  /** The step counts only below this. */
  readonly stepBelowMetres: number;
  /** The most that the step may make of the base, as a share of it; left out where the step is free. */
  readonly stepShareMax?: number;
}

export function grownMost(
  metres: number,
  { share, stepMetres, stepBelowMetres, stepShareMax }: GrowthLimit,
): number {
  if (metres >= stepBelowMetres) return metres * share;
  const stepped = metres + stepMetres;
  return Math.max(
    metres * share,
    stepShareMax === undefined ? stepped : Math.min(stepped, metres * stepShareMax),
  );
}
