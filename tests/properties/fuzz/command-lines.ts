import { RACE_DISTANCES, VOLUME_TIERS, WEEKDAYS } from "@strideiq/engine";
import fc from "fast-check";
import type { WishOptions } from "../../../apps/cli/src/wish-options.ts";
import { JUNK } from "./junk.ts";

const JUNK_WORDS: readonly string[] = [
  ...JUNK.filter((value) => typeof value === "string"),
  "-1",
  "1e9",
  "١٢",
  "0x10",
];

/** What a hand types: mostly one of the right words, sometimes anything. */
function typed(...words: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.constantFrom(...JUNK_WORDS) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  );
}

const maybe = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });

const anyFields = fc.record({
  race: typed(...RACE_DISTANCES, "half", "5K", "Half Marathon"),
  on: typed("2027-04-18", "2028-02-29", "2027-02-29", "2026-12-31", "2027-01-01", "9999-12-31"),
  weeks: maybe(typed("4", "8", "12", "18", "24", "25", "-0", "7.5")),
  tier: maybe(typed(...VOLUME_TIERS)),
  result: maybe(typed("half:1:38:20", "5k:19:59", "10k:52:00", "marathon:9:00:00", "5k:11:00", "10k:0")),
  weeklyKm: maybe(typed("55", "30", "120", "17.5", "400")),
  longestMi: maybe(typed("10", "6", "20", "3.1")),
  days: typed("3", "4", "5", "6", "7", "8"),
  longDay: maybe(typed(...WEEKDAYS, "Sunday")),
  weekStart: maybe(typed("mon", "sun", "Saturday")),
  age: maybe(typed("41", "50", "9", "101", "30.5")),
  today: typed("2026-11-23", "2026-12-31", "2028-02-28"),
  timeZone: typed("Europe/Berlin", "UTC", "Pacific/Kiritimati"),
});

const anyLists = fc.record({
  off: fc.array(typed(...WEEKDAYS, "mon,fri", "sat,sun"), { maxLength: 2 }),
  limit: fc.array(typed("tue=45min", "sun=2:30:00", "wed=0", "thu=90min", "sun=", "=1h"), { maxLength: 2 }),
});

/** The options of `strideiq plan` as somebody might type them. */
export const anyCommandLine: fc.Arbitrary<WishOptions> = fc
  .tuple(anyFields, anyLists)
  .map(([fields, lists]) => ({
    ...lists,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  }));
