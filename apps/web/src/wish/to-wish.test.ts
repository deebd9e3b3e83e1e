import { describe, expect, it } from "vitest";
import { FIRST_DRAFT } from "./draft.ts";
import type { AnsweredDraft } from "./from-runs.ts";
import { readWish } from "./to-wish.ts";

const typed: AnsweredDraft = {
  ...FIRST_DRAFT,
  raceDate: "2027-04-18",
  volume: "known",
  weekly: "55",
  longest: "18,5",
  resultKind: "half_marathon",
  resultTime: "1:38:20",
  daysPerWeek: 5,
  unavailable: ["mon"],
};

const read = (changes: Partial<AnsweredDraft>) => readWish({ ...typed, ...changes }, "km", "Europe/Berlin");

describe("reading the form into a wish", () => {
  it("takes distances in metres and times in seconds", () => {
    expect(read({})).toEqual({
      errors: {},
      wish: {
        distance: "marathon",
        raceDate: "2027-04-18",
        timeZone: "Europe/Berlin",
        weekStart: "mon",
        units: "km",
        daysPerWeek: 5,
        unavailable: ["mon"],
        longRunDay: "sun",
        dayLimits: {},
        weeklyMetres: 55_000,
        longestMetres: 18_500,
        result: { distance: "half_marathon", seconds: 5900 },
        age: null,
        history: null,
        tier: null,
        weeks: null,
      },
    });
  });

  it("sends the level only from those who do not know their numbers, and then no numbers", () => {
    expect(read({ volume: "unknown", tier: "mid" }).wish).toMatchObject({
      tier: "mid",
      weeklyMetres: null,
      longestMetres: null,
    });
  });

  it("takes an empty finish time as no result", () => {
    expect(read({ resultTime: " " })).toMatchObject({ wish: { result: null }, errors: {} });
  });

  it("takes a race of any length", () => {
    const { wish } = read({ resultKind: "other", resultDistance: "15", resultTime: "68:30" });
    expect(wish.result).toEqual({ metres: 15_000, seconds: 4110 });
  });

  it("reads day limits as minutes or hours, and forgets those of days that never work", () => {
    const dayLimits = { ...FIRST_DRAFT.dayLimits, mon: "45", tue: "45min", thu: "1h15" };
    expect(read({ dayLimits }).wish.dayLimits).toEqual({ tue: 2700, thu: 4500 });
  });

  it.each([
    ["raceDate", { raceDate: "" }],
    ["raceDate", { raceDate: "2027-02-29" }],
    ["tier", { volume: "unknown", tier: "" }],
    ["weeklyMetres", { weekly: "a lot" }],
    ["longestMetres", { longest: "-3" }],
    ["result", { resultTime: "1:99:00" }],
    ["result", { resultKind: "other", resultDistance: "" }],
    ["daysPerWeek", { daysPerWeek: 7 }],
    ["dayLimits", { dayLimits: { ...FIRST_DRAFT.dayLimits, tue: "soon" } }],
    ["age", { age: "forty" }],
  ] as const)("says what is wrong at %s", (field, changes) => {
    expect(Object.keys(read(changes).errors)).toEqual([field]);
  });
});
