import { aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { ChangedWish, Done, PlanChange } from "../plan/plan-change.ts";
import { changeFindings } from "./changes-agree.ts";

const faults = (plan: PlanUnderLaw): readonly (string | undefined)[] =>
  changeFindings(factsOf(plan, aRulebook())).map(({ why }) => why);

const adapt = { kind: "adapt" } as const;
const changed = (from: string, wish: ChangedWish = adapt, done: Partial<Done> | null = null): PlanUnderLaw =>
  withChange(aPlan(), from, wish, done);

/** The plan with its changes as they were not made. */
const rewritten = (
  plan: PlanUnderLaw,
  change: (one: PlanChange, index: number) => PlanChange,
): PlanUnderLaw => ({
  ...plan,
  changes: (plan.changes ?? []).map(change),
});

describe("the changes that a plan tells of", () => {
  it("are nothing to disagree with where there are none", () => {
    expect(faults(aPlan())).toEqual([]);
  });

  it("break the law that looks at them", () => {
    const found = changeFindings(factsOf(changed("2026-11-22"), aRulebook()));
    expect(found).toMatchObject([{ verdict: "breach", measured: 1, limit: 0, quantity: "count" }]);
  });

  it("stand in the order in which they were made, two on one day in any", () => {
    const twice = (first: string, second: string) => withChange(changed(first), second, adapt);
    expect(faults(twice("2026-12-07", "2026-12-08"))).toEqual([]);
    expect(faults(twice("2026-12-07", "2026-12-07"))).toEqual([]);
    expect(faults(twice("2026-12-08", "2026-12-07"))).toEqual(["the changes are out of order"]);
  });

  it("never give an id twice", () => {
    const given = (first: number, second: number) =>
      rewritten(withChange(changed("2026-12-07"), "2026-12-08", adapt), (one, index) => ({
        ...one,
        idsGiven: index === 0 ? first : second,
      }));
    expect(faults(given(60, 61))).toEqual([]);
    expect(faults(given(60, 60))).toEqual([]);
    expect(faults(given(61, 60))).toEqual(["the changes are out of order"]);
  });
});

describe("the day of a change", () => {
  const outside = ["a change was made outside the plan"];

  it("lies between the day the plan was asked for and its race", () => {
    expect(faults(changed("2026-11-23"))).toEqual([]);
    expect(faults(changed("2026-11-22"))).toEqual(outside);
    expect(faults(changed("2027-02-14"))).toEqual([]);
    expect(faults(changed("2027-02-15"))).toEqual(outside);
  });

  it("lies before the race that it chooses", () => {
    const race = { kind: "race_date", date: onDate("2027-02-14") } as const;
    expect(faults(changed("2027-02-13", race))).toEqual([]);
    expect(faults(changed("2027-02-14", race))).toEqual(outside);
  });
});

describe("what a change asks for", () => {
  const past = ["a change asks for days that were past"];
  const day = (text: string) => onDate(text);

  it("is a day to come for a session that moves, the day itself among them", () => {
    const move = (to: string) => changed("2026-12-30", { kind: "move", session: "w6d5", to: day(to) });
    expect(faults(move("2026-12-30"))).toEqual([]);
    expect(faults(move("2026-12-29"))).toEqual(past);
  });

  it("is two days to come for sessions that change places", () => {
    const swap = (one: string, other: string) =>
      changed("2026-12-30", { kind: "swap", days: [day(one), day(other)] });
    expect(faults(swap("2026-12-30", "2027-01-01"))).toEqual([]);
    expect(faults(swap("2026-12-29", "2027-01-01"))).toEqual(past);
    expect(faults(swap("2027-01-01", "2026-12-29"))).toEqual(past);
  });

  it("closes no day that is past", () => {
    const block = (text: string) => changed("2026-12-30", { kind: "block_days", days: [day(text)] });
    expect(faults(block("2026-12-30"))).toEqual([]);
    expect(faults(block("2026-12-29"))).toEqual(past);
    const pause = (first: string) =>
      changed("2026-12-30", { kind: "pause", first: day(first), last: day("2027-01-01") });
    expect(faults(pause("2026-12-30"))).toEqual([]);
    expect(faults(pause("2026-12-29"))).toEqual(past);
  });

  it("is the race on the day on which it stands: the last word counts", () => {
    const elsewhere = ["a change put the race on another day"];
    const race = (date: string) => ({ kind: "race_date", date: day(date) }) as const;
    expect(faults(changed("2026-12-30", race("2027-02-14")))).toEqual([]);
    expect(faults(changed("2026-12-30", race("2027-02-21")))).toEqual(elsewhere);
    const back = withChange(changed("2026-12-30", race("2027-02-21")), "2026-12-31", race("2027-02-14"));
    expect(faults(back)).toEqual([]);
    const pause = { kind: "pause", first: day("2026-12-30"), last: day("2027-01-01") } as const;
    expect(faults(changed("2026-12-30", { ...pause, raceDate: day("2027-02-21") }))).toEqual(elsewhere);
    expect(faults(changed("2026-12-30", { ...pause, raceDate: day("2027-02-14") }))).toEqual([]);
  });
});

describe("what a change tells of", () => {
  const ahead = ["a change tells of days that were still to come"];
  const skipped = (session: string) => ({ sessions: [{ session, status: "skipped" }] }) as const;

  it("are sessions of the days before it, or of no day of the plan", () => {
    expect(faults(changed("2026-12-30", adapt, skipped("w6d2")))).toEqual([]);
    expect(faults(changed("2026-12-29", adapt, skipped("w6d2")))).toEqual(ahead);
    expect(faults(changed("2026-12-28", adapt, skipped("w6d2")))).toEqual(ahead);
    expect(faults(changed("2026-12-30", adapt, skipped("gone")))).toEqual([]);
  });

  it("are runs of the days before it", () => {
    const extra = (date: string) => ({ extra: [{ date: onDate(date), metres: 5000, seconds: 1800 }] });
    expect(faults(changed("2026-12-30", adapt, extra("2026-12-29")))).toEqual([]);
    expect(faults(changed("2026-12-30", adapt, extra("2026-12-30")))).toEqual(ahead);
  });

  it("is pain of that day at the latest", () => {
    const pain = (date: string) => ({ health: { kind: "pain", date: onDate(date) } }) as const;
    expect(faults(changed("2026-12-30", adapt, pain("2026-12-30")))).toEqual([]);
    expect(faults(changed("2026-12-30", adapt, pain("2026-12-31")))).toEqual(ahead);
    expect(faults(changed("2026-12-30", adapt, { ...pain("2026-12-29"), ...skipped("w6d5") }))).toEqual(
      ahead,
    );
  });
});
