import { aRecording, onDate, realActivityRules, type RunShape } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Activity } from "../activity/activity.ts";
import { activityOf } from "../activity/activity-of.ts";
import { activityFromTold } from "../activity/told-run.ts";
import type { Recording } from "../recording/recording.ts";
import { type DuplicateDecisions, groupRuns, NO_DECISIONS } from "./group-runs.ts";

const RULES = realActivityRules();
const DAY = "2026-05-09";
const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };

function recorded(id: string, shape: Partial<RunShape> = {}, change: Partial<Recording> = {}): Activity {
  const run = { at: `${DAY}T08:00:00+02:00`, seconds: 3000, secondsPerKm: 300, everySeconds: 30, ...shape };
  const activity = activityOf({ ...aRecording({ ...run, id }), ...change }, HOME, RULES);
  if (activity === null) throw new Error(id);
  return activity;
}

function told(id: string, metres: number | null, minutes: number, name: string | null = null): Activity {
  const one = { day: onDate(DAY), sport: "run", metres, seconds: minutes * 60, effort: null, name } as const;
  const activity = activityFromTold(id, one, RULES);
  if (activity === null) throw new Error(id);
  return activity;
}

const groups = (activities: readonly Activity[], decisions: DuplicateDecisions = NO_DECISIONS) => {
  const found = groupRuns(activities, decisions, RULES.duplicates);
  expect(groupRuns(activities.toReversed(), decisions, RULES.duplicates)).toEqual(found);
  return found
    .map(({ activity, duplicates }) => [activity.id, ...duplicates.map(({ id }) => id)])
    .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
};

describe("two runs that were told for one day", () => {
  it("are two, to work and home, also when they are as long as each other", () => {
    expect(groups([told("a", 5000, 28), told("b", 5200, 29)])).toEqual([["a"], ["b"]]);
    expect(groups([told("a", 5000, 28, "to work"), told("b", 5000, 28, "home")])).toEqual([["a"], ["b"]]);
  });

  it("are one when they were told in the very same words", () => {
    expect(groups([told("a", 5000, 28), told("b", 5000, 28)])).toEqual([["a", "b"]]);
  });

  it("give way to a recording each, the one that they are like", () => {
    const [out, back] = [
      recorded("x", { seconds: 1700 }),
      recorded("y", { at: `${DAY}T18:00:00+02:00`, seconds: 1500 }),
    ];
    expect(groups([told("a", 5000, 25), told("b", 5500, 28), out, back])).toEqual([
      ["x", "b"],
      ["y", "a"],
    ]);
    expect(groups([told("a", 5000, 25), told("b", 5500, 28), out])).toEqual([["a"], ["x", "b"]]);
  });
});

describe("a run that was told", () => {
  it("gives way to the recording of its day, though it was remembered a kilometre short", () => {
    const run = recorded("x", { seconds: 3103, secondsPerKm: 345 });
    expect(groups([told("a", 8000, 45), run])).toEqual([["x", "a"]]);
  });

  it("is another run when it is of another size, or when the athlete says so", () => {
    const run = recorded("x");
    expect(groups([told("a", 5000, 27), run])).toEqual([["a"], ["x"]]);
    expect(groups([told("a", 9500, 48), run], { ...NO_DECISIONS, different: [["x", "a"]] })).toEqual([
      ["a"],
      ["x"],
    ]);
  });
});

describe("of several recordings", () => {
  const archive = { source: "strava_archive" } as const;

  it("a whole one counts before one that broke off, whatever it came from", () => {
    expect(groups([recorded("file", { seconds: 1044 }), recorded("archive", {}, archive)])).toEqual([
      ["archive", "file"],
    ]);
    const cut = recorded("file", { seconds: 2900 }, { faults: ["cut_off"] });
    expect(groups([cut, recorded("archive", {}, archive)])).toEqual([["archive", "file"]]);
    expect(groups([recorded("file", { seconds: 2900 }), recorded("archive", {}, archive)])).toEqual([
      ["file", "archive"],
    ]);
  });

  it("one that broke off counts before what was told of it", () => {
    const cut = recorded("file", { seconds: 2900 }, { faults: ["cut_off"] });
    expect(groups([cut, told("a", 10_000, 50)])).toEqual([["file", "a"]]);
  });
});

describe("a walk of a whole day", () => {
  const walking = { sportWord: "walking" } as const;

  it("is no recording of the run inside it", () => {
    const walk = recorded("w", { at: `${DAY}T06:00:00+02:00`, seconds: 36_000, secondsPerKm: 900 }, walking);
    expect(groups([walk, recorded("x")])).toEqual([["w"], ["x"]]);
  });

  it("is one of the run when it lasted as long", () => {
    expect(groups([recorded("w", { seconds: 3100 }, walking), recorded("x")])).toHaveLength(1);
  });
});
