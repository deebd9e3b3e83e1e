import {
  aMarathonPlan,
  aMidweekPlan,
  aPlan,
  aRulebook,
  aSundayStartPlan,
  onDate,
  withAdded,
  withSession,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { certify, countVerdicts } from "./certify.ts";
import { LAWS } from "./registry.ts";

describe("certify", () => {
  it.each([
    ["a 10K plan", aPlan()],
    ["a marathon plan", aMarathonPlan()],
    ["a race on a Wednesday", aMidweekPlan()],
    ["weeks that begin on Sunday", aSundayStartPlan()],
    ["a race on the last day of a year", aPlan({}, "2027-10-09")],
  ])("finds nothing against %s", (_, plan) => {
    const { laws } = certify(plan, aRulebook(), LAWS);
    expect(laws.filter((law) => law.verdict === "breach" || law.verdict === "flag")).toEqual([]);
  });
});

describe("a number in a certificate", () => {
  const verdictsOn = (plan: PlanUnderLaw) => certify(plan, aRulebook(), LAWS).laws;

  it("says what it counts, and nothing is counted where there is no number", () => {
    for (const { measured, quantity } of [aPlan(), aMarathonPlan()].flatMap(verdictsOn))
      expect(quantity === undefined).toBe(measured === undefined);
  });

  it.each([
    ["the longest run of the peak in metres", "L1", "distance"],
    ["the length of a session in seconds", "L6", "duration"],
    ["a pace in seconds per kilometre", "I10", "pace"],
    ["a long run as a share of its week", "L5", "share"],
    ["how long the last hard session is over in days", "S3", "days"],
    ["how long the taper is in weeks", "T1", "weeks"],
    ["hard days one by one", "H2", "count"],
  ])("tells %s (%s)", (_, id, quantity) => {
    expect(verdictsOn(aMarathonPlan()).find((law) => law.id === id)).toMatchObject({ quantity });
  });
});

describe("any plan document", () => {
  const empty = { ...aPlan(), weeks: [] };
  const strange: readonly (readonly [string, PlanUnderLaw])[] = [
    ["without weeks", empty],
    [
      "with weeks of rest",
      aPlan(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [index + 1, "- - - - - - -"]))),
    ],
    [
      "with a day in another century",
      withWeek(aPlan(), 2, (week) => ({
        ...week,
        days: week.days.map((day) => ({ ...day, date: onDate("1900-01-01") })),
      })),
    ],
    [
      "with sessions of no length",
      withSession(aPlan(), 2, 2, (session) => ({ ...session, metres: 0, seconds: 0, steps: [] })),
    ],
    [
      "with two runs on every day",
      Array.from({ length: 7 }, (_, day) => day + 1).reduce(
        (plan, day) => withAdded(plan, 2, day, "E5"),
        aPlan(),
      ),
    ],
  ];

  it.each(strange)("%s gets a certificate of finite numbers, and breaches", (_, plan) => {
    const { laws } = certify(plan, aRulebook(), LAWS);
    expect(laws.filter((law) => law.verdict === "breach")).not.toEqual([]);
    for (const law of laws) expect([law.measured ?? 0, law.limit ?? 0].every(Number.isFinite)).toBe(true);
  });
});

describe("the verdicts of a certificate", () => {
  it("are counted one by one, as many as there are laws", () => {
    const certificate = certify(aPlan({ 6: "- E9 E9 - E9 E9 L30" }), aRulebook(), LAWS);
    const counts = countVerdicts(certificate);
    const breaches = certificate.laws.filter((law) => law.verdict === "breach");
    expect(breaches).not.toEqual([]);
    expect(counts.breach).toBe(breaches.length);
    expect(counts.pass + counts.flag + counts.breach + counts.not_applicable).toBe(LAWS.length);
  });
});
