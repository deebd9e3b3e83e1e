import { aMarathonPlan, aPlan, aRulebook, stretch, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Session, SessionOption } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const verdictOn = (id: LawId, plan: PlanUnderLaw): string | undefined =>
  certify(
    plan,
    aRulebook(),
    LAWS.filter((law) => law.id === id),
  ).laws[0]?.verdict;

interface Place {
  readonly week: number;
  readonly day: number;
}

/** The plan with an option B on a day that nobody has chosen, and the same plan with it chosen. */
function offering(plan: PlanUnderLaw, { week, day }: Place, change: (b: SessionOption) => SessionOption) {
  const withB = (session: Session): Session => {
    const { kind, title, metres, seconds, steps } = session;
    return { ...session, optionB: change({ kind, title: `${title} on trails`, metres, seconds, steps }) };
  };
  const offered = withSession(plan, week, day, withB);
  return { offered, chosen: withSession(offered, week, day, (session) => ({ ...session, chosen: "b" })) };
}

const ofMetres =
  (metres: number) =>
  (b: SessionOption): SessionOption => ({ ...b, metres, steps: [stretch("easy", metres)] });

/** Week 10 of the 10K plan is its biggest, week 8 its last cutback, week 11 the taper. */
const CASES: readonly [LawId, string, PlanUnderLaw, Place, (b: SessionOption) => SessionOption][] = [
  ["L5", "a long run that would be most of its week", aPlan(), { week: 10, day: 7 }, ofMetres(60_000)],
  [
    "L4",
    "a long run near the peak a week before a marathon",
    aMarathonPlan(),
    { week: 12, day: 7 },
    ofMetres(30_000),
  ],
  ["T2", "a week of the taper that would not fall", aMarathonPlan(), { week: 12, day: 2 }, ofMetres(30_000)],
  [
    "T2",
    "a race week that would be more than half the peak",
    aPlan(),
    { week: 12, day: 2 },
    ofMetres(18_000),
  ],
  ["V5", "a cutback that would be none", aPlan(), { week: 4, day: 2 }, ofMetres(22_000)],
  ["V5", "a build week that would be a cutback", aPlan(), { week: 7, day: 7 }, ofMetres(1000)],
  [
    "E4",
    "a week too big beside its shorter long run",
    aPlan({ 3: "- - - - E10.5 E10.5 L14" }),
    { week: 3, day: 7 },
    ofMetres(13_000),
  ],
  [
    "I1",
    "a week of nothing but hard running",
    aPlan(),
    { week: 6, day: 7 },
    (b) => ({ ...b, metres: 20_000, steps: [stretch("threshold", 20_000)] }),
  ],
];

describe("a law that two options could part", () => {
  it.each(CASES)("%s judges the worse of them: %s", (id, _, plan, place, change) => {
    const { offered, chosen } = offering(plan, place, change);
    expect(verdictOn(id, plan)).not.toBe("breach");
    expect(verdictOn(id, chosen)).toBe("breach");
    expect(verdictOn(id, offered)).toBe("breach");
  });
});
