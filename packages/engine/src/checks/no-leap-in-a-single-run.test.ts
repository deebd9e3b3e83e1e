import {
  aPlan,
  aRulebook,
  onDate,
  timed,
  totalOf,
  withChange,
  withRequest,
  withSession,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { noLeapInASingleRun } from "./no-leap-in-a-single-run.ts";

const rules = aRulebook();
const judged = (plan: PlanUnderLaw): Judgement => noLeapInASingleRun.judge(factsOf(plan, rules));
const NOTHING = "- - - - - - -";

/** The first weeks of a plan alone: what follows a leap would be one, too. */
const upTo = (week: number, plan: PlanUnderLaw): PlanUnderLaw => ({
  ...plan,
  weeks: plan.weeks.slice(0, week),
});

const paused = (plan: PlanUnderLaw, first: string, last: string): PlanUnderLaw =>
  withChange(plan, first, { kind: "pause", first: onDate(first), last: onDate(last) });

describe("large steps of the long run", () => {
  const four = {
    2: "- S8 E7 - E9 E6 L13.5",
    3: "- S8 E8 - E9 E7 L15.2",
    5: "- T9 E9 - E7 E6 L17",
    6: "- T9 E9 - I9 E8 G19",
  };

  it("are flagged, and told to be many from the fifth on", () => {
    const many = "more large steps than a plan should have";
    const few = judged(aPlan(four));
    expect(few.verdict).toBe("flag");
    expect(few).not.toMatchObject({ why: many });
    expect(judged(aPlan({ ...four, 7: "- T10 E9 - I10 E9 L21.2" }))).toMatchObject({
      verdict: "flag",
      why: many,
    });
  });

  it("are told as the leap that they are where one of them goes too far", () => {
    const leap = judged(aPlan({ ...four, 7: "- T10 E9 - I10 E9 L25" }));
    expect(leap).toMatchObject({ verdict: "breach", measured: 25_000, limit: 24_700, weeks: [7] });
    expect(leap).not.toHaveProperty("why");
    const both = judged(
      aPlan({ ...four, 7: "- T10 E9 - I10 E9 L21.2", 9: "- I10/7x0.6 E9 - T10/2x2.5 E10 L28" }),
    );
    expect(both).toMatchObject({ verdict: "breach", measured: 28_000, weeks: [9] });
    expect(both).not.toHaveProperty("why");
  });

  it("are measured by the thirty days before: the thirtieth counts, the day itself does not", () => {
    const rest = { 2: NOTHING, 3: NOTHING, 4: NOTHING, 5: NOTHING };
    const on = (cells: string): Judgement => judged(upTo(6, aPlan({ ...rest, 6: cells })));
    expect(on("- E15.6 - - - - -").verdict).toBe("flag");
    expect(on("- E15.7 - - - - -")).toMatchObject({ verdict: "breach", limit: 15_600 });
    expect(on("- - E9 - - - -")).toMatchObject({ verdict: "breach", limit: 5000 });
  });
});

describe("the first run after a month without one", () => {
  const first = (seconds: number): Judgement =>
    judged(
      withSession(
        withRequest(upTo(1, aPlan({ 1: "- E5 - - - - E5" })), { longestMetres: 0 }),
        1,
        2,
        (session) => ({ ...session, ...totalOf([timed("easy", seconds)]), steps: [timed("easy", seconds)] }),
      ),
    );

  it("is half an hour or five kilometres at most", () => {
    expect(first(1800).verdict).toBe("pass");
    expect(first(1900)).toMatchObject({
      verdict: "breach",
      limit: 5000,
      why: "the first run after a month without one",
      weeks: [1],
    });
  });
});

describe("after a break", () => {
  /** Twenty-seven days or more from the fourth week on, and the first run on Wednesday of the eighth. */
  const away = (cells: string, last = "2027-01-09"): Judgement =>
    judged(
      paused(
        upTo(8, aPlan({ 4: NOTHING, 5: NOTHING, 6: NOTHING, 7: NOTHING, 8: cells })),
        "2026-12-14",
        last,
      ),
    );

  it("of a month a run leans on the share of the longest before it that law C2 leaves of a week", () => {
    expect(away("- - E11 - - E8 E9")).toMatchObject({ verdict: "pass" });
    expect(away("- - E12 - - E8 E9")).toMatchObject({ verdict: "breach", limit: 11_400, weeks: [8] });
    expect(away("- - E10 - - E8 E9", "2027-01-10")).toMatchObject({ verdict: "pass" });
    expect(away("- - E11 - - E8 E9", "2027-01-10")).toMatchObject({
      verdict: "breach",
      limit: 10_000,
      weeks: [8],
    });
  });

  /** Twenty days off, a short run at their end, and the way back. */
  const back = (isReturn: boolean, cells: string): PlanUnderLaw => {
    const plan = upTo(
      8,
      aPlan({ 4: NOTHING, 5: NOTHING, 6: "- - - - - - E5", 7: "- E5 - - E6 - E6", 8: cells }),
    );
    const returning = [6, 7, 8].reduce(
      (made, week) => withWeek(made, week, (old) => ({ ...old, kind: isReturn ? "return" : "build" })),
      plan,
    );
    return paused(returning, "2026-12-14", "2027-01-02");
  };

  it("a week of return leans on what was run before it, however long the month was", () => {
    expect(judged(back(true, "- - E12 - - - -")).verdict).toBe("pass");
    expect(judged(back(true, "- - E18.3 - - - -"))).toMatchObject({ verdict: "breach", limit: 18_200 });
  });

  it("a week of return looks no further back for days that are still to be lost", () => {
    const far = withRequest(back(true, "- - E18.3 - - - -"), { longestMetres: 20_000 });
    const days = ["2027-01-14", "2027-01-15", "2027-01-16", "2027-01-17"].map(onDate);
    const again = withChange(far, "2027-01-13", { kind: "block_days", days });
    expect(judged(again)).toMatchObject({ verdict: "breach", limit: 18_200 });
  });

  it("any other week leans on what was run in the month", () => {
    expect(judged(back(false, "- - E12 - - - -"))).toMatchObject({
      verdict: "breach",
      limit: 9000,
      weeks: [8],
    });
  });
});
