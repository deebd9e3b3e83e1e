import type { Reason } from "@strideiq/engine";

/** Numbers that a text may hold: what they count, and how far rounding may move them. */
type Unit = "metres" | "seconds" | "pace" | "share" | "count";
type Written = readonly [unit: Unit, value: number, slack: number];

const METRES_PER: Readonly<Record<string, number>> = { km: 1000, mi: 1609.344, m: 1 };

const COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);

/** What holds a number and says none: the names of races and laws, and what comes first. */
const NAMES = /\b(?:5K|10K|comes? first)\b|\(law [A-Z]+\d+\)/g;

const minutes = (count: string | undefined): number => Number(count ?? 0) * 60;

/** Distances and shares have one decimal while they are small; a zero behind the point is left out. */
function distance(number: string, unit: string): Written {
  const per = METRES_PER[unit] ?? 1;
  const step = unit !== "m" && Number(number) < 100 ? 0.1 : 1;
  return ["metres", Number(number) * per, (step * per) / 2];
}

/** Seconds a kilometre, of what is written to the second for a kilometre or a mile. */
function pace(seconds: number, unit: string): Written {
  const perKm = 1000 / (METRES_PER[unit] ?? 1000);
  return ["pace", seconds * perKm, perKm / 2];
}

function share(percent: string): Written {
  const step = Number(percent) < 10 ? 0.1 : 1;
  return ["share", Number(percent) / 100, step / 200];
}

const word = (text: string): Written => [
  "count",
  Math.max(COUNTS.indexOf(text.toLowerCase()), ORDINALS.indexOf(text.toLowerCase())),
  0,
];

const WORDS = new RegExp(`\\b(?:${[...COUNTS, ...ORDINALS.slice(1)].join("|")})\\b`, "gi");

/** Ways to write a number, the longest first: what one has taken, the next does not see. */
const WRITINGS: readonly (readonly [RegExp, (...parts: readonly string[]) => Written])[] = [
  [/(\d+):(\d\d) \/(km|mi)\b/g, (_, whole, rest, unit = "") => pace(minutes(whole) + Number(rest), unit)],
  [
    /(\d+):(\d\d):(\d\d)/g,
    (_, hours, whole, rest) => ["seconds", Number(hours) * 3600 + minutes(whole) + Number(rest), 0.5],
  ],
  [/(\d+) h(?: (\d+) min)?/g, (_, hours, rest) => ["seconds", Number(hours) * 3600 + minutes(rest), 30]],
  [/(\d+):(\d\d) min/g, (_, whole, rest) => ["seconds", minutes(whole) + Number(rest), 0.5]],
  [/(\d+):(\d\d)\b/g, (_, whole, rest) => ["seconds", minutes(whole) + Number(rest), 0.5]],
  [/(\d+) min/g, (_, whole) => ["seconds", minutes(whole), 30]],
  [/(\d+) s\b/g, (_, whole) => ["seconds", Number(whole), 0.5]],
  [/([\d.]+) (km|mi|m)\b/g, (_, number = "", unit = "") => distance(number, unit)],
  [/([\d.]+) %/g, (_, percent = "") => share(percent)],
  [/(\d+)(?:st|nd|rd|th)?\b/g, (_, whole) => ["count", Number(whole), 0]],
  [WORDS, (text = "") => word(text)],
];

/** Every number in a text of one of our reasons, in figures or in words. */
function numbersIn(text: string): readonly (readonly [text: string, ...Written])[] {
  let rest = text.replaceAll("\u00A0", " ").replaceAll(NAMES, "");
  const found: (readonly [string, ...Written])[] = [];
  for (const [writing, read] of WRITINGS)
    rest = rest.replaceAll(writing, (...parts: readonly string[]) => {
      found.push([parts[0] ?? "", ...read(...parts)]);
      return "·";
    });
  return found;
}

type Numbers = Readonly<Record<Unit, readonly number[]>>;

/** What a number of a reason counts is told by the name of its field, never by its size. */
function unitOf(field: string): Unit {
  if (/secondsPerKm$/i.test(field)) return "pace";
  if (/metres$/i.test(field)) return "metres";
  if (/seconds$/i.test(field)) return "seconds";
  return /share$/i.test(field) || field === "growth" || field === "depth" ? "share" : "count";
}

/** The numbers of a reason by what they count; a wish that gave way may be of any kind. */
function numbersOf(reason: Reason): Numbers {
  const numbers: Record<Unit, number[]> = { metres: [], seconds: [], pace: [], share: [], count: [] };
  const visit = (field: string, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(field, one);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(key, inner);
    else if (typeof value === "number") {
      const units = reason.kind === "adjusted" ? (["metres", "count"] as const) : [unitOf(field)];
      for (const unit of units) numbers[unit].push(unit === "share" ? Math.abs(value) : value);
    }
  };
  visit("", reason);
  return numbers;
}

/** Rounding may fall on either side of an exact half. */
const HAIR = 1e-6;

/** The numbers of a text that are none of its reason's. */
export function strangeNumbers(text: string, reason: Reason): readonly string[] {
  const known = numbersOf(reason);
  return numbersIn(text)
    .filter(([, unit, value, slack]) => !known[unit].some((own) => Math.abs(own - value) <= slack + HAIR))
    .map(([written]) => written);
}
