import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { outlineOf } from "../generate/outline.fixture.ts";
import type { WeekVolume } from "./week-volume.ts";

const rulebook = realRulebook();
const SUNDAY = onDate("2027-04-18");

interface TaperWeek extends WeekVolume {
  readonly kind: string;
  /** Days to the race of the long run; null where there is none. */
  readonly longDaysToRace: number | null;
}

function taperOf(wish: Partial<PlanRequest>): {
  readonly peak: number;
  readonly weeks: readonly TaperWeek[];
} {
  const { frames, volumes } = outlineOf(aRequest(wish), rulebook);
  const weeks = volumes.map((volume, i) => ({
    ...volume,
    kind: frames[i]?.kind ?? "",
    longDaysToRace: frames[i]?.days[frames[i].longDay]?.daysToRace ?? null,
  }));
  return {
    peak: Math.max(...weeks.map((week) => week.metres)),
    weeks: weeks.filter(({ kind }) => kind === "taper" || kind === "race"),
  };
}

const raceOn = (date: CalendarDate) => taperOf({ raceDate: date });

describe("the taper", () => {
  it("of a marathon on a Sunday takes three weeks, each lower than the one before", () => {
    const { peak, weeks } = raceOn(SUNDAY);
    expect(weeks.map(({ kind }) => kind)).toEqual(["taper", "taper", "race"]);
    const shares = weeks.map((week) => week.metres / peak);
    expect(shares[0]).toBeCloseTo(0.8, 1);
    expect(shares[1]).toBeCloseTo(0.62, 1);
    expect(shares[2]).toBeLessThanOrEqual(rulebook.laws.T2.raceWeekShareMax);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  it.each([0, 1, 2, 3, 4, 5, 6])("falls week by week with the race %d days into its week", (offset) => {
    const { weeks } = raceOn(addDays(onDate("2027-04-12"), offset));
    const metres = weeks.map((week) => week.metres);
    expect(metres).toEqual(metres.toSorted((a, b) => b - a));
    expect(new Set(metres).size).toBe(metres.length);
  });

  it.each(["5k", "10k", "half_marathon"] as const)("of a %s takes two weeks", (distance) => {
    expect(taperOf({ distance }).weeks.map(({ kind }) => kind)).toEqual(["taper", "race"]);
  });

  it("has no long run in the days before the race, and its long runs fall too", () => {
    for (let offset = 0; offset < 7; offset += 1) {
      const long = raceOn(addDays(onDate("2027-04-12"), offset)).weeks.filter(
        (week) => week.longDaysToRace !== null,
      );
      for (const { longDaysToRace } of long)
        expect(longDaysToRace).toBeGreaterThanOrEqual(rulebook.longRun.daysBeforeRaceMin);
      const metres = long.map((week) => week.longRunMetres);
      expect(metres).toEqual(metres.toSorted((a, b) => b - a));
    }
  });

  it("leaves one run at most before a race on a Tuesday, and none before one on a Monday", () => {
    expect(raceOn(onDate("2027-04-12")).weeks.at(-1)).toMatchObject({ kind: "race", runDays: 0, metres: 0 });
    expect(raceOn(onDate("2027-04-13")).weeks.at(-1)?.runDays).toBeLessThanOrEqual(1);
  });

  it("shares the runs of race week out over the days before the race", () => {
    const runDays = (date: string): number | undefined => raceOn(onDate(date)).weeks.at(-1)?.runDays;
    expect(["2027-04-14", "2027-04-15", "2027-04-17", "2027-04-18"].map(runDays)).toEqual([1, 2, 3, 3]);
  });

  it("tapers a race on a Wednesday over the days before it, not over its calendar week", () => {
    const { peak, weeks } = raceOn(onDate("2027-04-14"));
    const [last, before] = weeks.toReversed();
    expect(last?.metres).toBeLessThan(0.25 * peak);
    expect(before?.metres).toBeLessThan(0.62 * peak);
  });

  it("keeps the run days until race week", () => {
    const { weeks } = raceOn(SUNDAY);
    expect(weeks.map((week) => week.runDays)).toEqual([5, 5, 3]);
  });
});
