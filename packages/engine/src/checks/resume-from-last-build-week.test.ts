import { aPlan, aRulebook, onDate, withChange, withSession, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { resumeFromLastBuildWeek } from "./resume-from-last-build-week.ts";

const judged = (plan: PlanUnderLaw): Judgement => resumeFromLastBuildWeek.judge(factsOf(plan, aRulebook()));
const adapt = { kind: "adapt" } as const;

/** 46 km in the third week, a cutback in the fourth, and these days in the fifth. */
const fifth = (cells: string): PlanUnderLaw => aPlan({ 5: cells });

describe("the week after a cutback (V6)", () => {
  it("resumes between 97 and 110 in a hundred of the last build week", () => {
    expect(judged(fifth("- T9 E8 - E8 E6 L13.7")).verdict).toBe("pass");
    expect(judged(fifth("- T9 E8 - E8 E6 L13.6"))).toMatchObject({
      verdict: "breach",
      measured: 44_600,
      limit: 44_620,
      weeks: [5],
    });
    expect(judged(fifth("- T9 E9 - E9 E8 L15.6")).verdict).toBe("pass");
    expect(judged(fifth("- T9 E9 - E9 E8 L15.7"))).toMatchObject({ verdict: "breach", weeks: [5] });
  });

  it("is bound by the first build week alone, not by the one after it", () => {
    expect(judged(aPlan({ 6: "- T9 E11 - I9 E11 G20" })).verdict).toBe("pass");
  });

  it("is not bound where it is no build week", () => {
    const light = (kind: "tune_up" | "taper"): PlanUnderLaw =>
      withWeek(fifth("- T9 - - E8 - L9"), 5, (week) => ({ ...week, kind }));
    expect(judged(light("tune_up")).verdict).toBe("pass");
    expect(judged(light("taper")).verdict).toBe("pass");
  });

  it("is not bound in a plan that begins with its cutback", () => {
    const early = withWeek(aPlan({ 2: "- S8 E7 - E9 E7 L18" }), 1, (week) => ({ ...week, kind: "cutback" }));
    expect(judged(early).verdict).toBe("pass");
  });
});

describe("a build week that was run otherwise than planned (V6)", () => {
  const ran = (metres: number) =>
    ({ sessions: [{ session: "w3d7", status: "done", metres, seconds: metres * 0.36 }] }) as const;
  const after = (plan: PlanUnderLaw, metres: number): PlanUnderLaw =>
    withChange(plan, "2026-12-14", adapt, ran(metres));

  it("takes nothing from the weeks to come, and asks for no more of them", () => {
    expect(judged(after(aPlan(), 7000)).verdict).toBe("pass");
    expect(judged(after(aPlan(), 24_000)).verdict).toBe("pass");
    expect(judged(after(fifth("- T9 E8 - E8 E6 L13.6"), 7000)).weeks).toBeUndefined();
    expect(judged(after(fifth("- T9 E9 - E9 E8 L20"), 14_500))).toMatchObject({
      verdict: "breach",
      weeks: [5],
    });
  });

  it("says nothing once days of it, or of the cutback, were lost", () => {
    const far = fifth("- T9 E9 - E9 E8 L20");
    expect(judged(withChange(far, "2026-12-07", adapt)).verdict).toBe("breach");
    for (const day of ["2026-12-08", "2026-12-15"])
      expect(judged(withChange(far, "2026-12-07", { kind: "block_days", days: [onDate(day)] })).verdict).toBe(
        "pass",
      );
  });

  it("is reckoned by the shorter option for growth, and by the longer for what was lost", () => {
    const option = (metres: number): PlanUnderLaw =>
      withSession(fifth("- T9 E9 - E9 E8 L15.6"), 3, 7, ({ optionB, ...session }) => ({
        ...session,
        ...(optionB === undefined ? {} : { optionB: { ...optionB, metres } }),
      }));
    expect(judged(option(14_000)).verdict).toBe("pass");
    expect(judged(option(13_000))).toMatchObject({ verdict: "breach", weeks: [5] });
    expect(judged(option(21_000))).toMatchObject({ verdict: "breach", weeks: [5] });
    expect(judged(withChange(option(13_000), "2026-12-21", adapt))).toMatchObject({ verdict: "breach" });
    expect(judged(withChange(option(21_000), "2026-12-21", adapt))).toMatchObject({ verdict: "breach" });
  });
});
