/** Where a number comes from; every group of numbers in the configuration carries one. */
export interface Sourced {
  readonly source: string;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}
