import type { PlanChange } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { day, minutes, plan, session, week } from "../../testing/sample-plan.ts";
import type { Told } from "../data/edit.ts";
import type { Wanted } from "./wanted.ts";
import { isResting, lostWithout, toldDone } from "./told-done.ts";

const steps = [minutes("easy", 50)];
const PLAN = plan([
  week(1, "base", [session({ id: "s-1", kind: "easy", steps }), session({ id: "s-2", kind: "easy", steps })]),
]);
const NOTHING = { doneOn: null, metres: null, seconds: null, effort: null, note: null };
const skipped: Told = { state: "skipped", ...NOTHING };
const shortened: Told = { state: "partly_done", ...NOTHING, metres: 4000, seconds: 1500 };
const THURSDAY = day("2026-11-26");

const change = (over: Partial<PlanChange>): PlanChange => ({
  from: THURSDAY,
  wish: { kind: "adapt" },
  movedFrom: null,
  done: null,
  rpi: null,
  idsGiven: 2,
  ...over,
});

describe("what a change hears of the days behind", () => {
  it("is what was told of them, with what was measured", () => {
    const tales = new Map([
      ["s-1", skipped],
      ["s-2", shortened],
    ]);
    expect(toldDone(PLAN, tales, THURSDAY)?.sessions).toEqual([
      { session: "s-1", status: "skipped" },
      { session: "s-2", status: "done", metres: 4000, seconds: 1500 },
    ]);
  });

  it("is that runs of days of illness were not run, but those that something else was told of", () => {
    const spell = { kind: "illness", first: day("2026-11-23"), last: null } as const;
    const tales = new Map([["s-2", shortened]]);
    expect(toldDone(PLAN, tales, THURSDAY, spell)).toEqual({
      sessions: [
        { session: "s-1", status: "skipped" },
        { session: "s-2", status: "done", metres: 4000, seconds: 1500 },
      ],
      extra: [],
      health: { kind: "illness", date: "2026-11-23" },
      evidence: [],
    });
    expect(toldDone(PLAN, tales, THURSDAY, { ...spell, first: THURSDAY })?.sessions).toHaveLength(1);
  });

  it("leaves the calendar to be told of the runs that were lost, and of no others", () => {
    const spell = { kind: "illness", first: day("2026-11-23"), last: null } as const;
    const tales = new Map([["s-2", skipped]]);
    const wanted = { wish: { kind: "adapt" }, done: toldDone(PLAN, tales, THURSDAY, spell) } as Wanted;
    expect(lostWithout(wanted, tales)).toEqual(["s-1"]);
    expect(lostWithout({ ...wanted, done: null }, tales)).toEqual([]);
  });

  it("is nothing of today, of what lies ahead, or of what was reported before", () => {
    const tales = new Map([["s-2", skipped]]);
    expect(toldDone(PLAN, tales, day("2026-11-24"))).toBeNull();
    const done = { sessions: [{ session: "s-2", status: "skipped" }], extra: [], health: null, evidence: [] };
    const told = { ...PLAN, changes: [change({ done: done as PlanChange["done"] })] };
    expect(toldDone(told, tales, THURSDAY)).toBeNull();
  });
});

describe("rest after pain or illness", () => {
  const ill = change({
    done: { sessions: [], extra: [], health: { kind: "illness", date: THURSDAY }, evidence: [] },
  });

  it("lasts until hard sessions are taken up again", () => {
    expect(isResting(PLAN)).toBe(false);
    expect(isResting({ ...PLAN, changes: [ill] })).toBe(true);
    expect(isResting({ ...PLAN, changes: [ill, change({ wish: { kind: "resume" } })] })).toBe(false);
  });
});
