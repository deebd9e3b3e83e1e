import { aPlan, aRulebook, onDate, withChange, withSession, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Phase } from "../plan/vocabulary.ts";
import { phasesOf } from "../reason/phases.ts";
import type { Judgement } from "./judgement.ts";
import { phasesInOrder } from "./phases-in-order.ts";

const judged = (plan: PlanUnderLaw): Judgement => phasesInOrder.judge(factsOf(plan, aRulebook()));
const inPhase = (plan: PlanUnderLaw, number: number, phase: Phase): PlanUnderLaw =>
  withWeek(plan, number, (week) => ({ ...week, phase }));

describe("the phases that a finished plan tells of (S7)", () => {
  const phases = phasesOf(aPlan().weeks);
  const otherwise = {
    verdict: "breach",
    why: "the phases that are told of are not those of the weeks",
  };
  const telling = (told: typeof phases): Judgement =>
    judged({ ...aPlan(), phases: told.map((one) => ({ ...one, why: [] })) });

  it("are those of its weeks", () => {
    expect(telling(phases).verdict).toBe("pass");
    expect(phases.map(({ phase }) => phase)).toEqual(["base", "build", "peak", "taper"]);
  });

  it("are all of them, and no other", () => {
    expect(telling(phases.slice(0, 3))).toMatchObject(otherwise);
    expect(telling([...phases, ...phases.slice(3)])).toMatchObject(otherwise);
    expect(telling([])).toMatchObject(otherwise);
  });

  it("have their names, their first week and their last", () => {
    const [base, build, peak, taper] = phases;
    if (!base || !build || !peak || !taper) throw new Error("The plan has four phases.");
    expect(telling([base, build, peak, { ...taper, phase: "peak" }])).toMatchObject(otherwise);
    expect(telling([base, build, { ...peak, firstWeek: 8 }, taper])).toMatchObject(otherwise);
    expect(telling([base, { ...build, lastWeek: 9 }, peak, taper])).toMatchObject(otherwise);
  });
});

describe("phases that go back (S7)", () => {
  const back = { verdict: "breach", why: "the phases go back", weeks: [7] };

  it("are a breach in the week that goes back, and not in the one that goes on", () => {
    expect(judged(inPhase(aPlan({ 7: "- S10 E9 - E10 E9 L17" }), 7, "base"))).toMatchObject(back);
  });

  it("are none where the plan was built anew after a race was put off", () => {
    const plan = inPhase(aPlan({ 7: "- S10 E9 - E10 E9 L17" }), 7, "base");
    const wish = { kind: "race_date", date: onDate("2027-02-14") } as const;
    expect(judged(withChange(plan, "2026-12-29", wish)).verdict).toBe("pass");
    expect(judged(withChange(plan, "2026-12-22", wish))).toMatchObject(back);
  });
});

describe("a week of return (S7)", () => {
  const returning = withWeek(aPlan(), 7, (week) => ({ ...week, kind: "return" }));

  it("follows on a break", () => {
    expect(judged(returning)).toMatchObject({
      verdict: "breach",
      why: "a week of return without a break before it",
      weeks: [7],
    });
    const blocked = { kind: "block_days", days: [onDate("2027-01-01")] } as const;
    expect(judged(withChange(returning, "2026-12-28", blocked)).verdict).toBe("pass");
  });
});

describe("the sessions of a phase (S7)", () => {
  const stranger = {
    verdict: "breach",
    measured: 1,
    limit: 0,
    why: "a session has no place in its phase",
    weeks: [3],
  };

  it("belong there as option A and as option B", () => {
    expect(judged(aPlan({ 3: "- T9 E8 - E9 E7 L14" }))).toMatchObject(stranger);
    const optional = withSession(aPlan(), 3, 7, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined ? {} : { optionB: { ...optionB, kind: "threshold" as const } }),
    }));
    expect(judged(optional)).toMatchObject(stranger);
  });
});
