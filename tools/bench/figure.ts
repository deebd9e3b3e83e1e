/** One measured figure beside the least that the same machine needs in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "/s" | "MB" | "";
  /** What we want; stated where the house has promised something. */
  readonly aim?: number;
  readonly limit?: { readonly name: string; readonly value: number };
}

/** Figure by limit: how many times what the machine needs for it. */
export const ratioOf = ({ value, limit }: Figure): number | null =>
  limit === undefined || limit.value === 0 ? null : value / limit.value;

/** One line per figure, numbers flush right. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => padded(cell, column, widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

const padded = (cell: string, column: number, width: number): string =>
  NUMBERS.has(column) ? cell.padStart(width) : cell.padEnd(width);

const HEAD = ["figure", "value", "aim", "raw limit of the same run", "limit", "ratio"] as const;
const NUMBERS: ReadonlySet<number> = new Set([1, 2, 4, 5]);

function rowOf(figure: Figure): readonly string[] {
  const { name, value, unit, aim, limit } = figure;
  const ratio = ratioOf(figure);
  return [
    name,
    amount(value, unit),
    aim === undefined ? "" : amount(aim, unit),
    limit?.name ?? "",
    limit === undefined ? "" : amount(limit.value, unit),
    ratio === null ? "" : amount(ratio, ""),
  ];
}

const amount = (value: number, unit: Figure["unit"]): string => {
  const digits = value.toPrecision(3);
  const text = value >= 1000 ? Math.round(value).toString() : Number(digits).toString();
  return unit === "" ? text : `${text} ${unit}`.replace(" /", "/");
};
