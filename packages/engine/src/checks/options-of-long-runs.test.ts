import { aPlan, aRulebook, withSession, withSessions } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict, Session } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const verdictOn = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(
    plan,
    aRulebook(),
    LAWS.filter((law) => law.id === id),
  ).laws[0];

/** The session with a second option of this distance. */
const orElse =
  (metres: number) =>
  (session: Session): Session => {
    const { kind, title, seconds, steps } = session;
    return { ...session, optionB: { kind, title: `${title} on trails`, seconds, steps, metres } };
  };

describe("L2, whichever options are chosen", () => {
  /** The day before the long run holds 8.8 km, and one session beside it 9 km. */
  const close = aPlan({ 6: "- T9 E8 - I8.5 E8.8 L16" });
  const eve = { verdict: "breach", limit: 0, weeks: [6] };

  it("knows that a shorter option of another session makes the run before the long run the second longest", () => {
    expect(verdictOn("L2", withSession(close, 6, 2, orElse(9000)))?.verdict).not.toBe("breach");
    expect(verdictOn("L2", withSession(close, 6, 2, orElse(8700)))).toMatchObject(eve);
  });

  it("knows that a longer option of the run before the long run does so", () => {
    expect(verdictOn("L2", withSession(close, 6, 6, orElse(8900)))?.verdict).not.toBe("breach");
    expect(verdictOn("L2", withSession(close, 6, 6, orElse(9100)))).toMatchObject(eve);
  });

  it("measures the longest option of any run beside the long run", () => {
    const long = withSession(aPlan({ 6: "- T9 E10 - I9 E8 L16" }), 6, 2, orElse(15_200));
    expect(verdictOn("L2", long)).toMatchObject({ verdict: "breach", measured: 0.95 });
  });
});

describe("L1, whichever options are chosen", () => {
  /** Every long run with a second option that is shorter by so much. */
  const shorterBy = (metres: number): PlanUnderLaw =>
    withSessions(aPlan(), (session) =>
      session.kind === "long" ? orElse(session.metres - metres)(session) : session,
    );
  const least = aRulebook().laws.L1.tierMetresMin["10k"].mid;

  it("measures the peak that the shorter options leave", () => {
    expect(verdictOn("L1", shorterBy(18_000 - least))?.verdict).toBe("pass");
    expect(verdictOn("L1", shorterBy(18_001 - least))).toMatchObject({
      verdict: "breach",
      measured: least - 1,
      limit: least,
    });
  });

  it("measures the furthest of all options against what published plans hold", () => {
    const { max } = aRulebook().laws.L1.peakMetres["10k"];
    const far = withSession(aPlan(), 9, 7, orElse(max + 1));
    expect(verdictOn("L1", far)).toMatchObject({ verdict: "breach", measured: max + 1, limit: max });
  });
});
