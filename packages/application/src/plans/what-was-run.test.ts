import type { Plan, PlanDay, SessionDone } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { doneBefore, type RunsOnRecord, type SessionOnRecord } from "./what-was-run.ts";

const policy = { combined: true, keepDays: null, model: true, shownTo: "coach" } as const;
const POLICIES = { file: policy, strava_api: { ...policy, combined: false } } as never;

const date = (day: number) => `2026-12-0${String(day)}` as PlanDay["date"];
const session = (id: string, metres: number, seconds: number) =>
  ({ id, kind: "easy", title: id, quality: false, metres, seconds, steps: [], chosen: "a" }) as const;

/** Runs on Tuesday and Thursday, of what was planned as 10 and 20 km. */
const plan = (told: readonly SessionDone[] = []) =>
  ({
    weeks: [
      {
        days: [
          { date: date(1), sessions: [session("tue", 10_000, 3_600)] },
          { date: date(2), sessions: [] },
          { date: date(3), sessions: [session("thu", 20_000, 7_200)] },
        ],
      },
    ],
    changes: told.length === 0 ? [] : [{ done: { sessions: told, extra: [], health: null, evidence: [] } }],
  }) as unknown as Plan;

const done: SessionOnRecord = { sessionId: "tue", state: "done", metres: null, seconds: null, sources: [] };
const record = (sessions: readonly SessionOnRecord[], extra: RunsOnRecord["extra"] = []) => ({
  sessions,
  extra,
});
const reported = (one: Partial<SessionOnRecord>, told: readonly SessionDone[] = []) =>
  doneBefore(date(4), plan(told), record([{ ...done, ...one }]), null, POLICIES)?.sessions ?? [];

describe("what a plan has not heard of yet", () => {
  it("is nothing of a run that came out as planned, or of which nothing more was said than that it was done", () => {
    expect(reported({})).toEqual([]);
    expect(reported({ metres: 10_000, seconds: 3_600 })).toEqual([]);
  });

  it("takes the time from the distance, and the distance from the time", () => {
    expect(reported({ metres: 5_000 })).toMatchObject([{ metres: 5_000, seconds: 1_800 }]);
    expect(reported({ seconds: 5_400 })).toMatchObject([{ metres: 15_000, seconds: 5_400 }]);
  });

  it("counts nothing of a run that was run in part, nobody knows how far", () => {
    expect(reported({ state: "partly_done" })).toMatchObject([{ status: "done", metres: 0 }]);
  });

  it("is told once, and again where it was told otherwise", () => {
    const skipped = { session: "tue", status: "skipped" } as const;
    expect(reported({ state: "skipped" }, [skipped])).toEqual([]);
    expect(reported({}, [skipped])).toMatchObject([{ session: "tue", status: "done", metres: 10_000 }]);
  });

  it("leaves out days that are still to come, and recordings that may not be joined with others", () => {
    const skipped = record([{ ...done, sessionId: "thu", state: "skipped" }]);
    expect(doneBefore(date(3), plan(), skipped, null, POLICIES)).toBeNull();
    expect(reported({ metres: 1_000, sources: ["strava_api"] })).toEqual([]);
  });

  it("takes a run that nobody asked for as one more, unless it may be the session of its day", () => {
    const run = { metres: 8_000.4, seconds: 3_000.2, source: "file" } as const;
    const extra = [1, 2].map((day) => ({ ...run, date: date(day) }));
    const found = doneBefore(date(4), plan(), record([], extra), null, POLICIES);
    expect(found?.extra).toEqual([{ date: date(2), metres: 8_000, seconds: 3_000 }]);
  });

  it("gives way to what is told at the moment", () => {
    const told = { session: "tue", status: "done", metres: 9_000, seconds: 3_300 } as const;
    const now = { sessions: [told], extra: [], health: null, evidence: [] };
    const skipped = record([{ ...done, state: "skipped" }]);
    expect(doneBefore(date(4), plan(), skipped, now, POLICIES)).toEqual(now);
  });
});
