import { describe, expect, it } from "vitest";
import { day, kilometres, minutes, plan, session, week } from "../../testing/sample-plan.ts";
import type { Told } from "../data/edit.ts";
import { overviewOf } from "../week-totals.ts";
import { adherenceOf, intensityOf } from "./figures.ts";

const steps = [minutes("easy", 30), minutes("threshold", 10)];
const SESSIONS = ["s-1", "s-2", "s-3"].map((id) => session({ id, kind: "threshold", steps }));
const PLAN = plan([week(1, "build", SESSIONS)]);
const NOTHING = { doneOn: null, metres: null, seconds: null, effort: null, note: null };
const done: Told = { state: "done", ...NOTHING, metres: 8000 };
const skipped: Told = { state: "skipped", ...NOTHING };

describe("what was done so far", () => {
  it("tells run, skipped and unknown apart, and asks nothing of today", () => {
    const tales = new Map([
      ["s-1", done],
      ["s-2", skipped],
    ]);
    expect(adherenceOf(overviewOf(PLAN, { tales }), day("2026-11-26"))).toEqual({
      planned: 3,
      run: 1,
      skipped: 1,
      missed: 1,
      metresPlanned: 30_000,
      metresDone: 8000,
    });
    expect(adherenceOf(overviewOf(PLAN), day("2026-11-23")).planned).toBe(0);
  });
});

describe("how the time is shared", () => {
  it("is by time, and adds up to all of it", () => {
    const shares = intensityOf(SESSIONS);
    expect(shares).toEqual([
      { stimulus: "easy", share: 0.75 },
      { stimulus: "threshold", share: 0.25 },
    ]);
  });

  it("counts the easy part of a long run as easy", () => {
    const long = session({ id: "l", kind: "long", steps: [minutes("easy", 60), minutes("marathon", 20)] });
    expect(intensityOf([long])).toEqual([
      { stimulus: "easy", share: 0.75 },
      { stimulus: "race-pace", share: 0.25 },
    ]);
  });

  it("leaves the race out", () => {
    const race = session({ id: "r", kind: "race", metres: 42_195, steps: [kilometres("race", 42.195)] });
    expect(intensityOf([race])).toEqual([]);
  });
});
