import type { ConfigurationRows } from "./ports.ts";

/** Rows by their place, `scaling_rules/longRun`. */
export type RowsByPlace = Readonly<Record<string, unknown>>;

/** One number of a row, or one word: null where there was or is none. */
export interface ValueDifference {
  /** Within the row: `growthAim`, `tiers.low.startMetres`. Empty for the whole of it. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A row that is not the same in two versions. */
export interface RowDifference {
  /** `scaling_rules/longRun` */
  readonly row: string;
  readonly fate: "added" | "dropped" | "changed";
  readonly values: readonly ValueDifference[];
}

/** What differs between two versions, row by row and number by number. */
export function compareConfigurations(
  before: ConfigurationRows,
  after: ConfigurationRows,
): readonly RowDifference[] {
  const [was, is] = differentRows(before, after);
  return Object.keys(was).map((row) => {
    const [a, b] = [was[row] ?? null, is[row] ?? null];
    if (a === null || b === null)
      return { row, fate: a === null ? "added" : "dropped", values: [{ path: "", before: a, after: b }] };
    return { row, fate: "changed", values: valueDifferences("", a, b) };
  });
}

/** The rows that are not the same in both, by their place: what they were and what they are. */
export function differentRows(
  before: ConfigurationRows,
  after: ConfigurationRows,
): readonly [RowsByPlace, RowsByPlace] {
  const [was, is] = [byPlace(before), byPlace(after)];
  const places = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (place) => canonical(was[place]) !== canonical(is[place]),
  );
  const pick = (rows: RowsByPlace): RowsByPlace =>
    Object.fromEntries(places.map((place) => [place, rows[place] ?? null]));
  return [pick(was), pick(is)];
}

function valueDifferences(path: string, before: unknown, after: unknown): readonly ValueDifference[] {
  if (canonical(before) === canonical(after)) return [];
  if (!isGroup(before) || !isGroup(after)) return [{ path, before: before ?? null, after: after ?? null }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) =>
    valueDifferences(path === "" ? key : `${path}.${key}`, before[key], after[key]),
  );
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const byPlace = (rows: ConfigurationRows): RowsByPlace =>
  Object.fromEntries([
    ...rows.planTemplates.map((row) => [`plan_templates/${row.id}`, row] as const),
    ...rows.workoutDefinitions.map((row) => [`workout_definitions/${row.id}`, row.definition] as const),
    ...rows.phaseDefinitions.map((row) => [`phase_definitions/${row.phase}`, row.definition] as const),
    ...rows.scalingRules.map((row) => [`scaling_rules/${row.id}`, row.definition] as const),
  ]);

/** The same text for the same value, whatever the order of its keys. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part: unknown) =>
    isGroup(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
