import type { PaceRules } from "../rulebook/rulebook.ts";

type Row = PaceRules["worldRecordSeconds"][number];

/**
 * Seconds that no human has run this distance in, from the records at the race distances. Between two of
 * them records follow a power law closely (Riegel 1981), so the line is straight in logarithms; beyond the
 * first and the last the nearest line is drawn on.
 */
export function worldRecordSecondsOf(
  metres: number,
  { worldRecordSeconds }: Pick<PaceRules, "worldRecordSeconds">,
): number {
  const rows = worldRecordSeconds.toSorted((a, b) => a.metres - b.metres);
  const above = rows.findIndex((row) => row.metres >= metres);
  const upper = above === -1 ? rows.length - 1 : Math.max(1, above);
  const [from, to] = [rows[upper - 1], rows[upper]];
  return from && to ? alongPowerLaw(metres, from, to) : 0;
}

function alongPowerLaw(metres: number, from: Row, to: Row): number {
  const exponent = Math.log(to.seconds / from.seconds) / Math.log(to.metres / from.metres);
  return from.seconds * (metres / from.metres) ** exponent;
}
