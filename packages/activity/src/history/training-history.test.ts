import { onDate, realActivityRules } from "@strideiq/testing";
import { addDays } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import type { Activity, Sport } from "../activity/activity.ts";
import type { Source } from "../recording/recording.ts";
import { historyOf } from "./training-history.ts";

const RULES = realActivityRules();
const TODAY = onDate("2026-05-04");

type Run = Parameters<typeof historyOf>[0][number];

function ran(
  daysAgo: number,
  km: number,
  change: { sport?: Sport; source?: Source; cautions?: Activity["cautions"] } = {},
): Run {
  const day = addDays(TODAY, -daysAgo);
  const start = { at: Date.parse(`${day}T08:00:00Z`), day, utcOffsetSeconds: 0, from: "home" as const };
  return { metres: km * 1000, source: "file", sport: "run", start, cautions: [], ...change };
}

/** Three runs a week of 10, 8 and 16 km over so many weeks. */
const regular = (weeks: number): readonly Run[] =>
  Array.from({ length: weeks }, (_, week) => [
    ran(week * 7 + 1, 16),
    ran(week * 7 + 3, 8),
    ran(week * 7 + 5, 10),
  ]).flat();

const kilometres = (runs: readonly Run[]) =>
  historyOf(runs, TODAY, RULES).history?.weeks.map(({ metres }) => metres / 1000);

describe("history", () => {
  it("is distance, longest run and number of runs of each week, oldest first", () => {
    const { history, longestMetres, sources, weeklyMetres } = historyOf(regular(8), TODAY, RULES);
    expect(history?.weeks).toHaveLength(8);
    expect(history?.weeks[0]).toEqual({ metres: 34_000, longestMetres: 16_000, runs: 3 });
    expect([weeklyMetres, longestMetres, sources]).toEqual([34_000, 16_000, ["file"]]);
  });

  it("begins with the first run, and counts a gap after it as weeks without running", () => {
    expect(kilometres([ran(50, 10), ran(2, 12)])).toEqual([10, 0, 0, 0, 0, 0, 0, 12]);
    expect(kilometres([ran(10, 10), ran(2, 12)])).toEqual([10, 12]);
  });

  it("does not know today, walks, rides, what has no day, and what nobody runs", () => {
    const others = [
      ran(0, 10),
      ran(2, 10, { sport: "walk" }),
      ran(2, 40, { sport: "ride" }),
      ran(2, 400),
      { ...ran(2, 10), start: null },
    ];
    expect(historyOf(others, TODAY, RULES)).toMatchObject({
      history: null,
      weeklyMetres: null,
      longestMetres: null,
    });
  });

  it("does not take one outlier week for the level, nor its long run for the longest", () => {
    const doubled = [...regular(8), ran(9, 110)];
    const { cappedWeeks, history, longestMetres } = historyOf(doubled, TODAY, RULES);
    expect(cappedWeeks).toBe(1);
    expect(history?.weeks.map(({ metres }) => metres)).toEqual(
      [34, 34, 34, 34, 34, 34, 85, 34].map((km) => km * 1000),
    );
    expect(longestMetres).toBe(85_000);
  });

  it("leaves out what its source forbids to be joined with others", () => {
    const { sources, weeklyMetres } = historyOf(
      [...regular(8), ran(2, 20, { source: "strava_api" })],
      TODAY,
      RULES,
    );
    expect([sources, weeklyMetres]).toEqual([["file"], 34_000]);
  });
});
