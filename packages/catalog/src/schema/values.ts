import { PHASES, RACE_DISTANCES, SESSION_KINDS, STIMULI, VOLUME_TIERS } from "@strideiq/engine";
import { z } from "zod";

/*
 * The kinds of number that the configuration holds. Each says in words what it expects, so that an error
 * reads as a sentence; the bounds are those of any sane coach, wide enough not to be one coach's opinion.
 */

export const within = (what: string, min: number, max: number) => {
  const error = `${what} from ${String(min)} to ${String(max)}`;
  return z.number({ error }).min(min, error).max(max, error);
};

export const wholeWithin = (what: string, min: number, max: number) => {
  const error = `${what} from ${String(min)} to ${String(max)}`;
  return z.int({ error }).min(min, error).max(max, error);
};

export const share = within("a share", 0, 1);
/** A share that may exceed one: growth, or a share of another week. */
export const ratio = within("a factor", 0, 5);
export const metres = within("metres", 0, 1_000_000);
export const seconds = within("seconds", 0, 604_800);
export const count = wholeWithin("a whole number", 0, 100);
export const days = wholeWithin("a whole number of days", 0, 366);
export const weeks = wholeWithin("a whole number of weeks", 0, 60);
export const weight = within("a weight", 0, 100);
export const rpi = within("an index", 0, 100);
export const years = wholeWithin("an age in years", 10, 120);
export const runDays = wholeWithin("a number of run days", 0, 7);

/** At least one character that is not a space: the source of a group of numbers, a title, a purpose. */
export const words = z
  .string({ error: "text" })
  .regex(/\S/, "text that is not empty")
  .max(500, "at most 500 characters");
export const source = z
  .string({ error: "text that names where these numbers come from" })
  .regex(/\S/, "text that names where these numbers come from")
  .max(500, "at most 500 characters");

export const yesOrNo = z.boolean({ error: "true or false" });
export const raceDistance = z.enum(RACE_DISTANCES);
export const phase = z.enum(PHASES);
export const tier = z.enum(VOLUME_TIERS);
export const stimulus = z.enum(STIMULI);
export const sessionKind = z.enum(SESSION_KINDS);

const LIST_MAX = 200;

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item, { error: "a list" }).max(LIST_MAX, `a list of at most ${String(LIST_MAX)}`);

export const filledListOf = <Item extends z.ZodType>(item: Item) =>
  listOf(item).min(1, "a list with at least one entry");

/** `{ min, max }` of one kind of number, in this order. */
export const rangeOf = (value: z.ZodNumber) =>
  z
    .strictObject({ min: value, max: value })
    .refine(({ min, max }) => min <= max, { error: "min not above max", path: ["min"] });

export const byDistance = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ "5k": value, "10k": value, half_marathon: value, marathon: value });

export const byTier = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ builder: value, low: value, mid: value, high: value, elite: value });

export const byPhase = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ base: value, build: value, peak: value, taper: value });
