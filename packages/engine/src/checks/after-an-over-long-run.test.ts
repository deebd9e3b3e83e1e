import { aPlan, aRulebook, onDate, withChange, withRequest } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Done } from "../plan/plan-change.ts";
import { afterAnOverLongRun } from "./after-an-over-long-run.ts";
import type { Judgement } from "./judgement.ts";

const rules = aRulebook();
const adapt = { kind: "adapt" } as const;

const judged = (after: PlanUnderLaw, before: PlanUnderLaw = aPlan()): Judgement =>
  afterAnOverLongRun.judge(factsOf(after, rules, factsOf(before, rules)));

const ran = (session: string, metres: number): Pick<Done, "sessions"> => ({
  sessions: [{ session, status: "done", metres, seconds: metres * 0.36 }],
});
const unplanned = (day: string, metres: number): Pick<Done, "extra"> => ({
  extra: [{ date: onDate(day), metres, seconds: metres * 0.36 }],
});
/** The plan once its runner told from a day on what was run. */
const told = (from: string, done: Partial<Done>, plan = aPlan()): PlanUnderLaw =>
  withChange(plan, from, adapt, done);

const NONE = { verdict: "not_applicable", why: "no run was over-long" };
const OVER = { verdict: "breach", measured: 16_000, limit: 14_400, weeks: [6] };

describe("a long run further than planned (C3)", () => {
  it("is over-long past three tenths more, though the month held longer ones", () => {
    const small = aPlan({ 5: "- T9/5x0.8 E9 - E7.5 E6.5 L10" });
    expect(judged(told("2026-12-28", ran("w5d7", 13_000), small), small)).toMatchObject(NONE);
    expect(judged(told("2026-12-28", ran("w5d7", 13_100), small), small)).toMatchObject(OVER);
  });

  it("is answered for ten days, and no longer", () => {
    expect(judged(told("2026-12-30", ran("w4d7", 22_000)))).toMatchObject(OVER);
    expect(judged(told("2026-12-31", ran("w4d7", 22_000)))).toMatchObject(NONE);
  });

  it("has had its answer when it was told of before", () => {
    const answered = told("2026-12-28", ran("w5d7", 22_000));
    expect(judged(told("2026-12-29", ran("w6d2", 9000), answered), answered)).toMatchObject(NONE);
    expect(judged(told("2026-12-29", unplanned("2026-12-27", 3000), answered), answered)).toMatchObject(NONE);
  });

  it("is none before the day of the change is over", () => {
    expect(judged(told("2026-12-27", ran("w5d7", 22_000)))).toMatchObject(NONE);
  });

  it("lowers the long run of the very day of the change", () => {
    expect(judged(told("2027-01-03", ran("w5d7", 22_000)))).toMatchObject(OVER);
  });

  it("lowers no long run that was not to come, and none that came to be since", () => {
    const last = "no long run is left";
    const without = aPlan({ 11: "- I9.5/4x0.8 E9 - S9.5 E7 E9" });
    const after = told("2027-02-02", ran("w10d7", 26_000), without);
    expect(judged(after)).toMatchObject({ verdict: "not_applicable", why: last });
    expect(judged(told("2027-02-02", ran("w10d7", 26_000)), without)).toMatchObject({ why: last });
  });
});

describe("any run against the month before it (C3)", () => {
  const easy = (metres: number, day = "w5d3"): Judgement => judged(told("2026-12-28", ran(day, metres)));

  it("is over-long past three tenths more than the longest of it", () => {
    expect(easy(18_200)).toMatchObject(NONE);
    expect(easy(18_300)).toMatchObject(OVER);
  });

  it("is compared with runs of the last thirty days alone", () => {
    const long = (week: number): PlanUnderLaw => aPlan({ [week]: "- - E18 - - - -", 3: "- - - - - - L14" });
    const later = (plan: PlanUnderLaw): Judgement =>
      judged(told("2026-12-28", ran("w5d5", 20_000), plan), plan);
    expect(later(long(1))).toMatchObject(NONE);
    const earlier = aPlan({ 1: "- E18 - - - - -", 3: "- - - - - - L14" });
    expect(later(earlier)).toMatchObject({ verdict: "breach" });
  });

  it("is compared with what was known before the plan for the first thirty days of it", () => {
    const far = withRequest(aPlan(), { longestMetres: 17_000 });
    const onDay = (session: string, from: string): Judgement =>
      judged(told(from, ran(session, 20_000), far), far);
    expect(onDay("w5d2", "2026-12-23")).toMatchObject(NONE);
    expect(onDay("w5d3", "2026-12-24")).toMatchObject(NONE);
    expect(onDay("w5d5", "2026-12-26")).toMatchObject({ verdict: "breach" });
  });

  it("has nothing to be compared with on the first day of who told nothing", () => {
    const unknown = withRequest(aPlan(), { longestMetres: null });
    expect(judged(told("2026-11-26", ran("w1d2", 8000), unknown), unknown)).toMatchObject(NONE);
  });

  it("was told of before, if it was nobody's plan", () => {
    const extra = told("2026-12-25", unplanned("2026-12-24", 20_000));
    expect(judged(extra)).toMatchObject({ verdict: "breach" });
    expect(judged(told("2026-12-28", ran("w5d6", 6500), extra), extra)).toMatchObject(NONE);
  });
});
