import { aMarathonPlan, aPlan, aRulebook, withSession } from "@strideiq/testing";
import type { Zone } from "../plan/vocabulary.ts";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { sessionDose } from "./session-dose.ts";

const judged = (plan: PlanUnderLaw): Judgement => sessionDose.judge(factsOf(plan, aRulebook()));

/** The Tuesday of the ninth week, all of it in these zones; or the race on its Sunday. */
const holding = (
  metres: Partial<Record<Zone, number>>,
  plan = aPlan(),
  day = 2,
  secondsPerKm = 100,
): PlanUnderLaw =>
  withSession(plan, 9, day, ({ optionB: _, ...session }) => ({
    ...session,
    steps: (["marathon", "half_marathon", "threshold", "ten_k", "interval", "repetition"] as const).flatMap(
      (zone) => {
        const some = metres[zone] ?? 0;
        return some === 0
          ? []
          : [{ zone, by: "distance" as const, metres: some, seconds: (some * secondsPerKm) / 1000 }];
      },
    ),
  }));

describe("the most that one session holds (I3)", () => {
  const tooMuch = (why: string): object => ({ verdict: "breach", why, weeks: [9] });

  it.each<[string, Partial<Record<Zone, number>>, Partial<Record<Zone, number>>]>([
    ["too far at threshold", { threshold: 15_000 }, { threshold: 15_001 }],
    ["too far at interval effort", { interval: 6000, ten_k: 4000 }, { interval: 6000, ten_k: 4001 }],
    ["too far at repetition effort", { repetition: 8000 }, { repetition: 8001 }],
    [
      "too far at marathon pace",
      { marathon: 20_000, half_marathon: 9000 },
      { marathon: 20_000, half_marathon: 9001 },
    ],
  ])("is not %s", (why, most, more) => {
    expect(judged(holding(most)).verdict).toBe("pass");
    expect(judged(holding(more))).toMatchObject(tooMuch(why));
  });

  it("is forty minutes at threshold", () => {
    expect(judged(holding({ threshold: 10_000 }, aPlan(), 2, 240)).verdict).toBe("pass");
    expect(judged(holding({ threshold: 10_000 }, aPlan(), 2, 241))).toMatchObject(
      tooMuch("too long at threshold"),
    );
  });

  it("is no limit to a race", () => {
    const raced = aPlan({ 9: "- I10/7x0.6 E9 - E10 E8 U9" });
    expect(judged(holding({ ten_k: 12_000 }, raced, 7)).verdict).toBe("pass");
    const goal = withSession(aMarathonPlan(), 13, 7, (race) => ({
      ...race,
      steps: [{ zone: "marathon", by: "distance", metres: 42_195, seconds: 12_658 }],
    }));
    expect(judged(goal).verdict).toBe("pass");
  });

  it("is nothing to ask of a plan that holds nothing fast", () => {
    const easy = aPlan().weeks.map((week) => ({
      ...week,
      days: week.days.map((day) => ({
        ...day,
        sessions: day.sessions.map(({ optionB: _, ...session }) => ({
          ...session,
          steps: [
            { zone: "easy", by: "distance", metres: session.metres, seconds: session.seconds },
          ] as const,
        })),
      })),
    }));
    expect(judged({ ...aPlan(), weeks: easy }).verdict).toBe("not_applicable");
  });
});
