import { describe, expect, it } from "vitest";
import { PlanWish, type PlanWishInput, requestOfWish } from "./plan-wish.ts";

const context = {
  timeZone: "Europe/Berlin",
  raceMetres: { "5k": 5_000, "10k": 10_000, half_marathon: 21_097.5, marathon: 42_195 },
};

const shortest: PlanWishInput = { distance: "marathon", raceDate: "2027-04-18", daysPerWeek: 5 };
const requestFor = (wish: PlanWishInput) => requestOfWish(PlanWish.parse(wish), context);

describe("a wish", () => {
  it("needs only a race, its day and the number of run days", () => {
    expect(requestFor(shortest)).toEqual({
      distance: "marathon",
      raceDate: "2027-04-18",
      daysPerWeek: 5,
      timeZone: "Europe/Berlin",
      weekStart: "mon",
      units: "km",
      unavailable: [],
      longRunDay: "sun",
      dayLimits: {},
      weeklyMetres: null,
      longestMetres: null,
      result: null,
      age: null,
      history: null,
      tier: null,
      weeks: null,
    });
  });

  it("runs long on the last free day of the athlete's week when Sunday is taken", () => {
    expect(requestFor({ ...shortest, unavailable: ["sun"] }).longRunDay).toBe("sat");
    expect(requestFor({ ...shortest, unavailable: ["sun", "sat"], weekStart: "wed" }).longRunDay).toBe("tue");
    expect(requestFor({ ...shortest, weekStart: "sun" }).longRunDay).toBe("sun");
    expect(requestFor({ ...shortest, unavailable: ["sun"], longRunDay: "thu" }).longRunDay).toBe("thu");
  });

  it("takes a result over a named distance as its exact metres", () => {
    const result = { distance: "half_marathon", seconds: 5_900 } as const;
    expect(requestFor({ ...shortest, result }).result).toEqual({ metres: 21_097.5, seconds: 5_900 });
    expect(requestFor({ ...shortest, result: { metres: 3_000, seconds: 700 } }).result).toEqual({
      metres: 3_000,
      seconds: 700,
    });
  });

  it("takes a day off that is named twice as one day off", () => {
    expect(requestFor({ ...shortest, unavailable: ["mon", "mon"] }).unavailable).toEqual(["mon"]);
  });

  it.each([
    ["an unknown field", { ...shortest, milesPerWeek: 30 }],
    ["a today of its own", { ...shortest, today: "2020-01-01" }],
    ["a day that does not exist", { ...shortest, raceDate: "2027-02-29" }],
    ["a number in words", { ...shortest, daysPerWeek: "five" }],
    [
      "a result with two distances",
      { ...shortest, result: { distance: "5k", metres: 5_000, seconds: 1_200 } },
    ],
    ["an unknown race", { ...shortest, distance: "100k" }],
  ])("is refused with %s", (_what, wish) => {
    expect(PlanWish.safeParse(wish).success).toBe(false);
  });
});
