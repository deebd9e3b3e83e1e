import { aRecording, onDate, realActivityRules, type RunShape } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "../activity/activity.ts";
import { activityOf } from "../activity/activity-of.ts";
import type { Recording } from "../recording/recording.ts";
import { type DuplicateDecisions, groupRuns, NO_DECISIONS } from "./group-runs.ts";

const RULES = realActivityRules();
const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };

function recorded(id: string, shape: Partial<RunShape> = {}, change: Partial<Recording> = {}): Activity {
  const run = {
    at: "2026-05-09T08:00:00+02:00",
    seconds: 1800,
    secondsPerKm: 300,
    everySeconds: 30,
    ...shape,
  };
  const activity = activityOf({ ...aRecording({ ...run, id }), ...change }, HOME, RULES);
  if (activity === null) throw new Error(id);
  return activity;
}

const groups = (activities: readonly Activity[], decisions: DuplicateDecisions = NO_DECISIONS) =>
  groupRuns(activities, decisions, RULES.duplicates).map(({ activity, duplicates }) => [
    activity.id,
    ...duplicates.map(({ id }) => id),
  ]);

describe("two recordings", () => {
  it("of one run by two watches are one run", () => {
    expect(
      groups([recorded("a"), recorded("b", { at: "2026-05-09T08:00:02+02:00", secondsPerKm: 305 })]),
    ).toEqual([["b", "a"].toSorted()]);
  });

  it("are one run when the second watch died half-way, and the longer one counts", () => {
    expect(groups([recorded("a", { seconds: 900 }), recorded("b")])).toEqual([["b", "a"]]);
  });

  it("one after the other, or on two days, are two runs", () => {
    expect(groups([recorded("a"), recorded("b", { at: "2026-05-09T08:31:00+02:00" })])).toHaveLength(2);
    expect(groups([recorded("a"), recorded("b", { at: "2026-05-10T08:00:00+02:00" })])).toHaveLength(2);
  });

  it("of a run and a ride at the same time are two activities", () => {
    expect(groups([recorded("a"), recorded("b", {}, { sportWord: "cycling" })])).toHaveLength(2);
  });

  it("are one when the other was typed in for the day with about the same amounts", () => {
    const typed = (metres: number) =>
      recorded(
        "t",
        { at: "2026-05-09T12:00:00+02:00" },
        {
          source: "manual",
          format: "manual",
          samples: [],
          totals: {
            ...aRecording({ at: "2026-05-09T12:00:00Z", seconds: 60, secondsPerKm: 300 }).totals,
            metres,
            timerSeconds: 1800,
          },
        },
      );
    expect(groups([recorded("a"), typed(6100)])).toEqual([["a", "t"]]);
    expect(groups([recorded("a"), typed(9000)])).toHaveLength(2);
  });

  it("from a file and from the API are one, and the file counts, as it may be used for more", () => {
    expect(groups([recorded("a", {}, { source: "strava_api" }), recorded("b", { seconds: 1790 })])).toEqual([
      ["b", "a"],
    ]);
  });
});

describe("the athlete's decisions", () => {
  const [watch, phone] = [recorded("a"), recorded("b", { at: "2026-05-09T08:00:02+02:00" })];

  it("keep apart what the rules would join, and join what they would keep apart", () => {
    expect(groups([watch, phone], { ...NO_DECISIONS, different: [["b", "a"]] })).toEqual([["a"], ["b"]]);
    const evening = recorded("c", { at: "2026-05-09T20:00:00+02:00" });
    expect(groups([watch, evening], { ...NO_DECISIONS, same: [["a", "c"]] })).toHaveLength(1);
  });

  it("keep two apart also when a third is like both", () => {
    const third = recorded("c", { at: "2026-05-09T08:00:01+02:00" });
    const apart = groups([watch, phone, third], { ...NO_DECISIONS, different: [["a", "b"]] });
    expect(apart.map((group) => group.toSorted())).toEqual([["a", "c"], ["b"]]);
  });

  it("say which recording counts", () => {
    const [[first = ""] = []] = groups([watch, phone]);
    const other = first === "a" ? "b" : "a";
    expect(groups([watch, phone], { ...NO_DECISIONS, preferred: [other] })[0]?.[0]).toBe(other);
  });
});

describe("groups", () => {
  const anyRecordings = fc
    .array(
      fc.record({
        minute: fc.integer({ min: 0, max: 600 }),
        seconds: fc.integer({ min: 120, max: 5400 }),
        secondsPerKm: fc.integer({ min: 200, max: 420 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((shapes) =>
      shapes.map(({ minute, ...shape }, index) => {
        const at = new Date(Date.parse("2026-05-09T06:00:00Z") + minute * 60_000).toISOString();
        return recorded(`r${index}`, { ...shape, at, everySeconds: 60 });
      }),
    );

  it("hold every recording once, whatever the order in which they came", () => {
    fc.assert(
      fc.property(anyRecordings, fc.func(fc.integer()), (recordings, key) => {
        const shuffled = recordings.toSorted((a, b) => key(a.id) - key(b.id));
        const found = groups(recordings);
        expect(groups(shuffled)).toEqual(found);
        expect(found.flat().toSorted()).toEqual(recordings.map(({ id }) => id).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it("never hold two that the athlete called different", () => {
    fc.assert(
      fc.property(anyRecordings, (recordings) => {
        const [a, b] = [recordings[0]?.id ?? "", recordings.at(-1)?.id ?? ""];
        const found = groups(recordings, { ...NO_DECISIONS, different: [[a, b]] });
        if (a !== b) expect(found.filter((group) => group.includes(a) && group.includes(b))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
