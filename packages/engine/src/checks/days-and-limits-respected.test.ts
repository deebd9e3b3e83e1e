import { aPlan, aRulebook, onDate, withChange, withRequest, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { daysAndLimitsRespected } from "./days-and-limits-respected.ts";
import type { Judgement } from "./judgement.ts";

const judged = (plan: PlanUnderLaw): Judgement => daysAndLimitsRespected.judge(factsOf(plan, aRulebook()));
const adapt = { kind: "adapt" } as const;

describe("an unavailable day (S5)", () => {
  it("holds no run but the race", () => {
    expect(judged(withRequest(aPlan(), { unavailable: ["mon", "thu"] })).verdict).toBe("pass");
    expect(judged(withRequest(aPlan(), { unavailable: ["tue"] }))).toMatchObject({
      verdict: "breach",
      measured: 1,
      why: "a run on an unavailable day",
      weeks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    });
    expect(judged(withRequest(aPlan(), { unavailable: ["sun"] })).weeks).not.toContain(12);
  });
});

describe("a blocked day (S5)", () => {
  const block = { kind: "block_days", days: [onDate("2026-12-30")] } as const;
  const wrong = { verdict: "breach", measured: 1, why: "a run on a blocked day", weeks: [6] };

  it("holds no run, from the very day on, and what was run on it before is past", () => {
    expect(judged(withChange(aPlan(), "2026-12-28", block))).toMatchObject(wrong);
    expect(judged(withChange(aPlan(), "2026-12-30", block))).toMatchObject(wrong);
    const later = withChange(withChange(aPlan(), "2026-12-28", block), "2026-12-31", adapt);
    expect(judged(later).why).not.toBe(wrong.why);
    expect(judged(withChange(aPlan({ 6: "- T9 - E9 I9 E8 G16" }), "2026-12-28", block)).verdict).toBe("pass");
  });
});

describe("the limit of a day (S5)", () => {
  const limited = (seconds: number, plan = aPlan()): PlanUnderLaw =>
    withRequest(plan, { dayLimits: { sun: seconds } });
  /** The peak long run takes so many seconds, its option B so many. */
  const lasting = (seconds: number, secondsB: number): PlanUnderLaw =>
    withSession(aPlan(), 10, 7, (session) => ({
      ...session,
      seconds,
      ...(session.optionB === undefined ? {} : { optionB: { ...session.optionB, seconds: secondsB } }),
    }));

  it("holds for both options, to the second that a clock shows", () => {
    expect(judged(limited(7000, lasting(7000.9, 6900))).verdict).toBe("pass");
    const over = { verdict: "breach", measured: 7001, limit: 7000, weeks: [10] };
    expect(judged(limited(7000, lasting(7001, 6900)))).toMatchObject(over);
    expect(judged(limited(7000, lasting(6900, 7001)))).toMatchObject({
      ...over,
      why: "a session is longer than its day allows",
    });
  });

  it("is none for a session without an option, if that is short enough, and none for the race", () => {
    const easy = withRequest(aPlan(), { dayLimits: { wed: 3600 } });
    expect(judged(easy).verdict).toBe("pass");
    const slow = withSession(aPlan(), 12, 7, (race) => ({ ...race, seconds: 9000 }));
    expect(judged(limited(7000, slow)).verdict).toBe("pass");
  });
});

describe("the day of the long run (S5)", () => {
  const elsewhere = { verdict: "breach", why: "the long run stands on another day, without a reason" };
  const onSaturday = "- T9 E9 - E8 G16 E7";
  const moved = aPlan({ 6: onSaturday });
  const because = (wish: "long_run_day" | "quality", given: string | null): PlanUnderLaw => ({
    ...moved,
    adjustments: [{ wish, law: "S5", asked: "sun", given }],
  });

  it("is the chosen one, or another with a reason of its own", () => {
    expect(judged(aPlan()).verdict).toBe("pass");
    expect(judged(moved)).toMatchObject({ ...elsewhere, weeks: [6] });
    expect(judged(because("long_run_day", "sat")).verdict).toBe("pass");
    expect(judged(because("long_run_day", "fri"))).toMatchObject(elsewhere);
    expect(judged(because("quality", "sat"))).toMatchObject(elsewhere);
  });

  it("is free where no day has room for it every week", () => {
    expect(judged(because("long_run_day", null)).verdict).toBe("not_applicable");
    expect(judged(because("quality", null))).toMatchObject(elsewhere);
  });

  it("is set by the race in the week of a tune-up race and in the last seven days", () => {
    expect(judged(aPlan({ 9: "- I10 E9 - G14 E8 U9" })).verdict).toBe("pass");
    expect(judged(aPlan({ 12: "- P6 L7 - E6 E4 X10" })).verdict).toBe("pass");
    expect(judged(aPlan({ 11: "- I9 E9 - E9 L13 E7" }))).toMatchObject({ ...elsewhere, weeks: [11] });
  });

  it("may be another where that day is past, but not where it is still to come", () => {
    const monday = withRequest(aPlan(), { longRunDay: "tue" });
    const others = ["tue", "sun"].map(
      (given) => ({ wish: "long_run_day", law: "S5", asked: "tue", given }) as const,
    );
    expect(judged({ ...monday, adjustments: others }).verdict).toBe("pass");
    const past = withChange(monday, "2027-02-03", adapt);
    expect(judged(past).verdict).toBe("not_applicable");
    expect(judged(withChange(monday, "2027-02-02", adapt))).toMatchObject({ ...elsewhere, weeks: [11] });
  });

  it("may be another where sessions were moved, days closed or a break has just ended", () => {
    const swap = { kind: "swap", days: [onDate("2027-01-02"), onDate("2027-01-03")] } as const;
    expect(judged(withChange(moved, "2026-12-28", swap)).verdict).toBe("pass");
    expect(judged(withChange(moved, "2026-12-28", adapt))).toMatchObject(elsewhere);
    const block = (day: string) => ({ kind: "block_days", days: [onDate(day)] }) as const;
    expect(judged(withChange(moved, "2026-12-28", block("2026-12-28"))).verdict).toBe("pass");
    expect(judged(withChange(moved, "2026-12-28", block("2027-01-07")))).toMatchObject({ verdict: "breach" });
  });

  it("is free for seven days from the end of a break on", () => {
    const skipped = (...days: readonly number[]) => ({
      sessions: days.map((day) => ({ session: `w5d${String(day)}`, status: "skipped" }) as const),
    });
    const back = (from: string, plan: PlanUnderLaw, ...days: readonly number[]): Judgement =>
      judged(withChange(plan, from, adapt, skipped(...days)));
    const sixth = aPlan({ 6: onSaturday });
    expect(back("2026-12-28", sixth, 5, 6, 7).verdict).toBe("pass");
    const seventh = aPlan({ 7: "- T10/3x1.6 E9 - E9 L17 E8" });
    expect(back("2026-12-28", seventh, 5, 6, 7)).toMatchObject({ ...elsewhere, weeks: [7] });
  });
});
