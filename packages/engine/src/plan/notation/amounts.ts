import type { Reader } from "./reader.ts";

/** A prescribed distance or time. */
export type Amount =
  { readonly by: "distance"; readonly metres: number } | { readonly by: "time"; readonly seconds: number };

/** Above this seconds are told in minutes: `90s`, but `2min` and `1:45min`. */
const SECONDS_ALONE_BELOW = 100;

/** `400m`, `2km`, `42.195km`; exact to a tenth of a metre. */
export function printMetres(metres: number): string {
  const tenths = Math.round(metres * 10);
  return tenths < 10_000 ? `${tenths / 10}m` : `${tenths / 10_000}km`;
}

/** `20s`, `8min`, `1:45min`; exact to a millisecond, which is finer than any plan. */
export function printSeconds(seconds: number): string {
  const exact = Math.round(seconds * 1000) / 1000;
  if (exact < SECONDS_ALONE_BELOW || !Number.isInteger(exact)) return `${exact}s`;
  const rest = exact % 60;
  const minutes = Math.floor(exact / 60);
  return rest === 0 ? `${minutes}min` : `${minutes}:${String(rest).padStart(2, "0")}min`;
}

const HOURS = /(\d{1,3})\s?h(?:([0-5]\d)(?:\s?min)?)?(?![\p{L}\d.:])/u;
const CLOCK = /(\d{1,5}):([0-5]\d)\s?min(?!\p{L})/u;
const MEASURE = /(\d{1,8}(?:\.\d+)?)\s?(km|min|mi|m|s)(?!\p{L})/u;

/** Read and never printed: what stands in a plan is exact to a tenth of a metre, and miles seldom come out so. */
const METRES_PER_MILE = 1609.344;

/** Takes an amount from the text, or complains about what stands in its place. */
export function readAmount(reader: Reader): Amount | null {
  const hours = reader.take(HOURS);
  if (hours !== null) return time(hours[1], hours[2], 3600);
  const minutes = reader.take(CLOCK);
  if (minutes !== null) return time(minutes[1], minutes[2], 60);
  const start = reader.at();
  const [, number = "", unit] = reader.take(MEASURE) ?? [];
  if (unit === "km" || unit === "m") return distance(reader, number, unit, start);
  if (unit === "mi")
    return { by: "distance", metres: Math.round(Number(number) * METRES_PER_MILE * 10) / 10 };
  if (unit === "min") return { by: "time", seconds: Math.round(Number(number) * 60_000) / 1000 };
  if (unit === "s") return { by: "time", seconds: Math.round(Number(number) * 1000) / 1000 };
  return reader.fail(complaintAbout(reader), start);
}

/** Whole units and sixtieths of them. */
const time = (whole = "0", sixtieths = "0", unitSeconds: number): Amount => ({
  by: "time",
  seconds: Number(whole) * unitSeconds + (Number(sixtieths) * unitSeconds) / 60,
});

function distance(reader: Reader, number: string, unit: "km" | "m", start: number): Amount | null {
  const decimals = number.split(".")[1]?.length ?? 0;
  if (decimals > (unit === "km" ? 4 : 1))
    return reader.fail("Distances are exact to a tenth of a metre, and no finer.", start);
  return { by: "distance", metres: Math.round(Number(number) * (unit === "km" ? 10_000 : 10)) / 10 };
}

const EXAMPLES = "such as 400m, 2km, 90s, 8min or 1:45min";

function complaintAbout(reader: Reader): string {
  const [number] = reader.sees(/\d/) ? (reader.take(/[\d.:]+/) ?? []) : [];
  if (number === undefined) return `A distance or a time belongs here, ${EXAMPLES}.`;
  if (number.length > NUMBER_MAX)
    return `${shortened(number)} is longer than any number here: ${NUMBER_MAX} digits at most.`;
  return `${number} has no unit that is known here. Write a distance or a time ${EXAMPLES}.`;
}

/** Digits of an amount before its unit; the longest of what `MEASURE` reads. */
const NUMBER_MAX = 8;

const shortened = (number: string): string =>
  number.length > EXCERPT_MAX ? `${number.slice(0, EXCERPT_MAX)}...` : number;

const EXCERPT_MAX = 24;
