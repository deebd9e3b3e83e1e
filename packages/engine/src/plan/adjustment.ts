/** One place where the wish could not be kept as asked. Numbers as data; words are made at the edge. */
export interface Adjustment {
  readonly wish:
    | "days_per_week"
    | "weekly_metres"
    | "long_run_day"
    | "horizon"
    | "long_run"
    | "quality"
    | "base_block"
    | "finish";
  readonly law: string;
  readonly asked: number | string | null;
  readonly given: number | string | null;
}
