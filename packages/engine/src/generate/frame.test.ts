import { anyRequest, aRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { addDays, daysBetween, weekdayOf } from "../units/calendar-date.ts";
import { type WeekFrame, horizonOf } from "./frame.ts";
import { outlineOf } from "./outline.fixture.ts";

const rulebook = realRulebook();
const MONDAY = onDate("2026-11-23");

const horizon = (wish: Partial<PlanRequest>) => horizonOf(aRequest(wish), rulebook);
const framesOf = (wish: Partial<PlanRequest>): readonly WeekFrame[] =>
  outlineOf(aRequest(wish), rulebook).frames;
const kinds = (frames: readonly WeekFrame[]): readonly string[] => frames.map((frame) => frame.kind);
const longDaysToRace = (frames: readonly WeekFrame[]): readonly number[] =>
  frames.flatMap((frame) => frame.days[frame.longDay]?.daysToRace ?? []);

describe("the horizon of a plan", () => {
  it("starts today when today is the athlete's week start, and on the next one otherwise", () => {
    expect(horizon({ today: MONDAY, raceDate: onDate("2027-02-28") }).firstDay).toBe("2026-11-23");
    expect(horizon({ today: onDate("2026-11-24"), raceDate: onDate("2027-02-28") }).firstDay).toBe(
      "2026-11-30",
    );
    expect(horizon({ today: MONDAY, weekStart: "sun", raceDate: onDate("2027-02-28") }).firstDay).toBe(
      "2026-11-29",
    );
  });

  it("counts calendar weeks, race week included, wherever in its week the race stands", () => {
    expect(horizon({ raceDate: onDate("2027-02-22") }).weeks).toBe(14);
    expect(horizon({ raceDate: onDate("2027-02-28") }).weeks).toBe(14);
    expect(horizon({ raceDate: onDate("2027-03-01") }).weeks).toBe(15);
    expect(horizon({ raceDate: onDate("2027-02-28"), weekStart: "sun" }).weeks).toBe(14);
  });

  it("starts 24 weeks before a race that is farther away, and knows how many there would have been", () => {
    const far = horizon({ raceDate: onDate("2027-08-01") });
    expect(far).toMatchObject({ weeks: 24, weeksAvailable: 36 });
    expect(daysBetween(far.firstDay, onDate("2027-08-01"))).toBe(24 * 7 - 1);
  });

  it("takes the weeks of a standard plan from the end of those there are", () => {
    const standard = horizon({ raceDate: onDate("2027-04-18"), weeks: 12 });
    expect(standard).toMatchObject({ weeks: 12, weeksAvailable: 21, firstDay: "2027-01-25" });
  });

  it("has fewer than one week when the race comes before the next week start", () => {
    expect(horizon({ today: onDate("2026-11-24"), raceDate: onDate("2026-11-28") }).weeks).toBeLessThan(1);
  });
});

describe("the weeks of a plan", () => {
  it("are whole calendar weeks that begin on the athlete's week start and follow each other", () => {
    fc.assert(
      fc.property(anyRequest(MONDAY), (request) => {
        const { frames } = outlineOf({ ...request, raceDate: addDays(request.raceDate, 14) }, rulebook);
        const days = frames.flatMap((frame) => frame.days);
        days.forEach((day, i) => {
          expect(day.date).toBe(addDays(days[0]?.date ?? MONDAY, i));
          expect(day.weekday).toBe(weekdayOf(day.date));
          expect(day.daysToRace).toBe(daysBetween(day.date, addDays(request.raceDate, 14)));
        });
        for (const frame of frames) expect(frame.days[0]?.weekday).toBe(request.weekStart);
        expect(frames.map((frame) => frame.week)).toEqual(frames.map((_, i) => i + 1));
      }),
    );
  });

  it("end with one race week, before it the taper, before that build weeks and cutbacks", () => {
    expect(kinds(framesOf({ raceDate: onDate("2027-03-28"), weeks: 18 })).slice(-3)).toEqual([
      "taper",
      "taper",
      "race",
    ]);
    for (const frame of framesOf({}))
      expect(frame.phase === "taper").toBe(frame.kind === "taper" || frame.kind === "race");
  });

  it("hold no cutback in a horizon too short to need one, when growth is pressed", () => {
    const short = aRequest({ distance: "10k", raceDate: onDate("2027-01-03"), weeklyMetres: 25_000 });
    const [usual, pressed] = [outlineOf(short, rulebook), outlineOf(short, rulebook, { growth: "hard" })];
    expect(usual.frames).toHaveLength(6);
    expect(kinds(usual.frames)).toContain("cutback");
    expect(kinds(pressed.frames)).not.toContain("cutback");
  });

  it("give runners over fifty a cutback after three build weeks at most", () => {
    const wish = { raceDate: onDate("2027-04-04"), weeks: 19 } as const;
    const longestStreak = (frames: readonly WeekFrame[]): number =>
      Math.max(
        ...kinds(frames)
          .join(" ")
          .split(/cutback|taper|race/)
          .map((part) => part.trim().split("build").length - 1),
      );
    expect(longestStreak(framesOf({ ...wish, age: 62 }))).toBeLessThanOrEqual(3);
    expect(longestStreak(framesOf({ ...wish, age: 30 }))).toBeLessThanOrEqual(4);
  });
});

describe("the long run's day", () => {
  it("is the one that was asked for, in every week before race week", () => {
    for (const frame of framesOf({ longRunDay: "sat" }).slice(0, -1))
      expect(frame.days[frame.longDay]?.weekday).toBe("sat");
    expect(framesOf({}).at(-1)?.longDay).toBe(-1);
  });

  it("is the latest free day with most room when the wished one is not free", () => {
    const frames = framesOf({ longRunDay: "sun", unavailable: ["sun"] });
    expect(frames[0]?.days[frames[0].longDay]?.weekday).toBe("sat");
    const short = framesOf({ longRunDay: "sun", unavailable: ["sun"], dayLimits: { sat: 7200 } });
    expect(short[0]?.days[short[0].longDay]?.weekday).toBe("fri");
  });

  it("moves forward before a race on a Monday, so that days enough lie between", () => {
    const frames = framesOf({ raceDate: onDate("2027-04-12") });
    const last = frames.at(-2);
    expect(frames.at(-3)?.days[frames.at(-3)?.longDay ?? -1]?.weekday).toBe("sun");
    expect(last?.days[last.longDay]?.weekday).not.toBe("sun");
    expect(Math.min(...longDaysToRace(frames))).toBeGreaterThanOrEqual(rulebook.longRun.daysBeforeRaceMin);
  });

  it("leaves at least two days from one long run to the next, and one in every seven days to the race", () => {
    for (let offset = 0; offset < 7; offset += 1) {
      const toRace = longDaysToRace(framesOf({ raceDate: addDays(onDate("2027-04-12"), offset) }));
      toRace.slice(1).forEach((days, i) => {
        expect((toRace[i] ?? 0) - days).toBeGreaterThanOrEqual(2);
      });
      const weeks = toRace.map((days) => Math.floor(days / 7));
      expect(new Set(weeks).size).toBe(weeks.length);
    }
  });

  it("stays on its day in weeks that start on Sunday", () => {
    const frames = framesOf({ weekStart: "sun", longRunDay: "sun" });
    expect(frames.slice(0, -1).every((frame) => frame.longDay === 0)).toBe(true);
  });
});
