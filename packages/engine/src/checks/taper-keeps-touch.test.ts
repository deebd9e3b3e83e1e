import { aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Verdict } from "../plan/plan.ts";
import { addDays } from "../units/calendar-date.ts";
import { taperKeepsTouch } from "./taper-keeps-touch.ts";

const rules = aRulebook();
const verdictOn = (plan: PlanUnderLaw): Verdict => taperKeepsTouch.judge(factsOf(plan, rules)).verdict;

/** Nothing but easy running in the last two weeks before the race on 14 February. */
const gentle = aPlan({ 11: "- E9 E9 - E9 E7 L13", 12: "- E6 E6 - E6 E4 X10" });
const illFrom = (day: string): PlanUnderLaw =>
  withChange(gentle, day, { kind: "adapt" }, { health: { kind: "illness", date: onDate(day) } });
const resumed = (plan: PlanUnderLaw, day: string): PlanUnderLaw => withChange(plan, day, { kind: "resume" });

describe("a faster session in every week of the taper (T4)", () => {
  it("is missed where nothing has happened", () => {
    expect(verdictOn(aPlan())).toBe("pass");
    expect(verdictOn(gentle)).toBe("breach");
  });

  it("is no loss in weeks in which the runner was not well, and is asked for in those after them", () => {
    expect(verdictOn(illFrom("2027-02-02"))).toBe("not_applicable");
    expect(verdictOn(resumed(illFrom("2027-02-02"), "2027-02-09"))).not.toBe("breach");
    expect(verdictOn(resumed(illFrom("2027-02-02"), "2027-02-07"))).toBe("breach");
    expect(verdictOn(resumed(illFrom("2027-01-20"), "2027-01-25"))).toBe("breach");
  });

  it("is missed, and no fault of the law, where the race stands weeks behind the last day", () => {
    expect(verdictOn({ ...gentle, raceDate: addDays(gentle.raceDate, 10) })).toBe("breach");
  });
});
