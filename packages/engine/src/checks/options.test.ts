import {
  aMarathonPlan,
  aPlan,
  aRulebook,
  stretch,
  timed,
  withoutOptionB,
  withoutResult,
  withSession,
  withSessions,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict, Session, SessionOption, Step } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const verdictOn = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(
    plan,
    aRulebook(),
    LAWS.filter((law) => law.id === id),
  ).laws[0];

const swapped = (session: Session): Session => (session.optionB ? { ...session, chosen: "b" } : session);

describe("a choice of options", () => {
  it.each([
    ["a 10K plan", aPlan()],
    ["a marathon plan", aMarathonPlan()],
  ])("leaves every law kept, for %s", (_, plan) => {
    const certificate = certify(withSessions(plan, swapped), aRulebook(), LAWS);
    expect(certificate.laws.filter(({ verdict }) => verdict === "breach" || verdict === "flag")).toEqual([]);
  });
});

/** The 10K plan whose intervals of week 6 offer this option B. */
const offered = (change: (b: SessionOption) => SessionOption): PlanUnderLaw =>
  withSession(aPlan(), 6, 5, (session) =>
    session.optionB ? { ...session, optionB: change(session.optionB) } : session,
  );

const withSteps = (...steps: readonly Step[]): PlanUnderLaw =>
  offered((b) => ({ ...b, title: "Another way", steps }));

describe("O1, honest options", () => {
  it("asks nothing of builders, of the race and of tune-up races", () => {
    const plain = withSessions(aPlan(), withoutOptionB);
    expect(verdictOn("O1", plain)?.verdict).toBe("breach");
    expect(verdictOn("O1", { ...plain, tier: "builder" })?.verdict).toBe("not_applicable");
    const raced = withWeek(aPlan({ 6: "- T9 E9 - E6 U9 L13" }), 6, (week) => ({ ...week, kind: "tune_up" }));
    expect(verdictOn("O1", raced)?.verdict).toBe("pass");
  });

  it("holds a long run to two per cent of its distance", () => {
    const longer = (share: number): PlanUnderLaw =>
      withSession(aPlan(), 10, 7, (session) => ({
        ...session,
        ...(session.optionB ? { optionB: { ...session.optionB, metres: session.metres * share } } : {}),
      }));
    expect(verdictOn("O1", longer(1.02))?.verdict).toBe("pass");
    expect(verdictOn("O1", longer(1.03))).toMatchObject({ verdict: "breach", limit: 0.02, weeks: [10] });
  });

  it("holds other sessions to ten per cent of it, and intervals to ten per cent of their work", () => {
    const wider = (share: number): PlanUnderLaw => offered((b) => ({ ...b, metres: b.metres * share }));
    expect(verdictOn("O1", wider(1.09))?.verdict).toBe("pass");
    expect(verdictOn("O1", wider(1.11))).toMatchObject({ verdict: "breach", limit: 0.1 });
    const worked = (metres: number): PlanUnderLaw =>
      withSteps(stretch("easy", 2000), stretch("interval", metres), stretch("easy", 3000));
    expect(verdictOn("O1", worked(4300))?.verdict).toBe("pass");
    expect(verdictOn("O1", worked(4500))).toMatchObject({ verdict: "breach", limit: 0.1 });
  });

  it("holds the load to fifteen per cent", () => {
    const slower = withSteps(timed("easy", 3600), stretch("interval", 4000));
    expect(verdictOn("O1", slower)).toMatchObject({ verdict: "breach", why: "option B differs in load" });
  });

  it("weighs a pace by where its speed lies between its neighbours", () => {
    const near = withSession(aMarathonPlan(), 11, 5, (session) => ({
      ...session,
      steps: [timed("marathon", 3600)],
      metres: 12_000,
      optionB: {
        kind: "race_pace",
        title: "Half pace",
        metres: 12_000,
        seconds: 3600,
        steps: [timed("half_marathon", 3600)],
      },
    }));
    expect(verdictOn("O1", near)).toMatchObject({ verdict: "breach", why: "option B differs in load" });
    const measured = verdictOn("O1", near)?.measured ?? 0;
    // Speeds 1/300, 1/285 and 1/277: 0.4 + 0.2 * 0.634, against 0.4.
    expect(measured).toBeCloseTo(0.317, 2);
  });

  it("weighs loads without paces too", () => {
    expect(verdictOn("O1", withoutResult(aPlan()))?.verdict).toBe("pass");
  });
});

describe("O2, a real choice", () => {
  const like = (change: Partial<SessionOption>): PlanUnderLaw =>
    withSession(aPlan(), 6, 5, (session) => {
      const { kind, metres, seconds, steps } = session;
      return { ...session, optionB: { kind, title: "Another way", metres, seconds, steps, ...change } };
    });

  it("lies in the ground, the kind or the cut", () => {
    expect(verdictOn("O2", like({}))).toMatchObject({ verdict: "breach", weeks: [6] });
    expect(verdictOn("O2", like({ title: "Intervals on the track" }))?.verdict).toBe("pass");
    expect(verdictOn("O2", like({ kind: "fartlek" }))?.verdict).toBe("pass");
    expect(
      verdictOn("O2", like({ steps: [stretch("easy", 5000), stretch("interval", 4000)] }))?.verdict,
    ).toBe("pass");
  });

  it("has two names", () => {
    expect(verdictOn("O2", like({ title: "Intervals", kind: "fartlek" }))).toMatchObject({
      verdict: "breach",
      why: "both options have one name",
    });
  });
});
