import { aPlan, aRulebook, stretch, withoutOptionB, withSession, withSessions } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Session } from "../plan/plan.ts";
import type { Judgement } from "./judgement.ts";
import { optionsDifferInKind } from "./options-differ-in-kind.ts";

const judged = (plan: PlanUnderLaw): Judgement => optionsDifferInKind.judge(factsOf(plan, aRulebook()));

/** The 10K plan with names for Friday's intervals of the sixth week: repeats, or the same work in one piece. */
const named = (a: string, b: string): PlanUnderLaw =>
  withSession(aPlan(), 6, 5, (session): Session => ({
    ...session,
    title: a,
    ...(session.optionB === undefined
      ? {}
      : { optionB: { ...session.optionB, title: b, steps: [stretch("interval", 4000)] } }),
  }));

const oneName = { verdict: "breach", why: "both options have one name", weeks: [6] };

describe("the options of a session", () => {
  it("are no matter where no session offers a second one", () => {
    expect(judged(withSessions(aPlan(), withoutOptionB))).toMatchObject({
      verdict: "not_applicable",
      why: "no session offers an option B",
    });
  });

  it("are judged where only some sessions have two", () => {
    const some = withSession(aPlan(), 6, 5, withoutOptionB);
    expect(judged(some).verdict).toBe("pass");
  });

  it("have a name each", () => {
    expect(judged(named("Intervals", "Hill repeats")).verdict).toBe("pass");
    expect(judged(named("Intervals", "Intervals"))).toMatchObject(oneName);
    expect(judged(named("Intervals", ""))).toMatchObject(oneName);
  });

  it("have no name of blanks, nor one that a blank alone sets apart", () => {
    expect(judged(named("Intervals", "  "))).toMatchObject(oneName);
    expect(judged(named("Intervals ", "Intervals"))).toMatchObject(oneName);
    expect(judged(named("Intervals", " Intervals"))).toMatchObject(oneName);
  });

  it("differ in kind, whatever they are called", () => {
    const alike = withSession(aPlan(), 6, 5, ({ optionB, ...session }) =>
      optionB === undefined
        ? session
        : { ...session, optionB: { ...optionB, title: "Another name", steps: session.steps } },
    );
    expect(judged(alike)).toMatchObject({
      verdict: "breach",
      why: "both options are of one kind",
      weeks: [6],
    });
  });
});
