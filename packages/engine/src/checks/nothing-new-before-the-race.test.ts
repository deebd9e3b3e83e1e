import { aPlan, aRulebook, sessionFrom, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Session, SessionOption } from "../plan/plan.ts";
import type { Judgement } from "./judgement.ts";
import { nothingNewBeforeTheRace } from "./nothing-new-before-the-race.ts";

const judged = (plan: PlanUnderLaw): Judgement => nothingNewBeforeTheRace.judge(factsOf(plan, aRulebook()));

const optionOf = ({ kind, title, metres, seconds, steps }: SessionOption): SessionOption => ({
  kind,
  title,
  metres,
  seconds,
  steps,
});

const onTrack = (session: Session): Session => ({ ...session, title: "On the track" });

const striding =
  (times: number) =>
  (session: Session): Session => ({
    ...session,
    steps: session.steps.map((step) => ("repeat" in step ? { ...step, repeat: times } : step)),
  });

describe("the last two weeks (T5)", () => {
  it("know what was run on the day two weeks before the race", () => {
    const late = withSession(aPlan(), 11, 2, onTrack);
    expect(judged(late)).toMatchObject({ verdict: "breach", weeks: [11] });
    expect(judged(withSession(late, 10, 7, onTrack)).verdict).toBe("pass");
  });

  it("may hold a tune-up race on a ground that the plan has not held before", () => {
    const raced = aPlan({ 11: "- I9.5/4x0.8 E9 - U8 E7 L13" });
    expect(judged(withSession(raced, 11, 5, onTrack)).verdict).toBe("pass");
    expect(judged(withSession(raced, 11, 2, onTrack)).verdict).toBe("breach");
  });

  it("may hold twice the longest piece that an earlier session has offered, chosen or not", () => {
    const long = aPlan({ 11: "- I9.5/1x2.4 E9 - S9.5 E7 L13" });
    const offered = withSession(long, 10, 2, (session) => ({
      ...session,
      optionB: optionOf(sessionFrom("I11/6x0.8")),
    }));
    expect(judged(offered).verdict).toBe("pass");
  });

  it("hold no more than twice the strides that an earlier session has held by every option", () => {
    const many = withSession(aPlan(), 11, 5, striding(13));
    const either = withSession(many, 2, 2, (session) => ({
      ...striding(12)(session),
      optionB: optionOf(session),
    }));
    const both = withSession(many, 2, 2, striding(12));
    expect(judged(both).verdict).toBe("pass");
    expect(judged(either)).toMatchObject({ verdict: "breach", why: "many more strides than ever before" });
  });
});
