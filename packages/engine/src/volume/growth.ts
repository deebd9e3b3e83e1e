/** Growth by a share, or by a step where the base is small: the larger of the two counts. */
export interface GrowthLimit {
  readonly share: number;
  readonly stepMetres: number;
  /** The step counts only below this. */
  readonly stepBelowMetres: number;
}

export const grownMost = (metres: number, { share, stepMetres, stepBelowMetres }: GrowthLimit): number =>
  Math.max(metres * share, metres < stepBelowMetres ? metres + stepMetres : 0);
