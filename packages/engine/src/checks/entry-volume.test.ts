import { aPlan, aRulebook, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { entryVolume } from "./entry-volume.ts";
import type { Judgement } from "./judgement.ts";

const judged = (weeklyMetres: number, plan = aPlan()): Judgement =>
  entryVolume.judge(factsOf(withRequest(plan, { weeklyMetres }), aRulebook()));

/** The plan whose base is its first weeks, so many of them. */
const basedFor = (weeks: number, plan = aPlan()): PlanUnderLaw =>
  [1, 2, 3, 4]
    .filter((week) => week > weeks)
    .reduce((some, number) => withWeek(some, number, (week) => ({ ...week, phase: "build" })), plan);

describe("the entry to a 10K plan (E1)", () => {
  it("is fourteen kilometres a week", () => {
    expect(judged(14_000, basedFor(0))).toMatchObject({ verdict: "pass", measured: 14_000, limit: 14_000 });
    expect(judged(13_900, basedFor(0))).toMatchObject({
      verdict: "breach",
      measured: 0,
      limit: 2,
      quantity: "weeks",
      why: "the base block is missing or too short",
    });
  });

  it("is a base of two weeks that reaches it for who runs less", () => {
    const small = { 1: "- E3 E2 - E2 - L5", 2: "- E3 E2 - E2 E2 L5" };
    expect(judged(10_000, basedFor(1)).verdict).toBe("breach");
    expect(judged(10_000, basedFor(2, aPlan(small)))).toMatchObject({ verdict: "pass", measured: 14_000 });
    expect(judged(10_000, basedFor(2, aPlan({ ...small, 2: "- E3 E2 - E2 - L5" })))).toMatchObject({
      verdict: "breach",
      measured: 12_000,
      limit: 14_000,
      why: "the base block does not reach the entry",
    });
  });
});
