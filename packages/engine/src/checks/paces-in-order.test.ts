import { aPlan, aRulebook, PACES, withSession, withoutResult } from "@strideiq/testing";
import type { Session, SingleStep } from "../plan/plan.ts";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { pacesInOrder } from "./paces-in-order.ts";

const judged = (plan: PlanUnderLaw): Judgement => pacesInOrder.judge(factsOf(plan, aRulebook()));
/** The plan by effort, with something else about the intervals of the sixth week. */
const byEffort = (change: (session: Session) => Session): PlanUnderLaw =>
  withSession(withoutResult(aPlan()), 6, 5, change);

describe("paces (I10)", () => {
  it("differ from one kind of work to the next", () => {
    const same = { ...PACES, threshold: PACES.interval };
    expect(judged({ ...aPlan(), paces: same })).toMatchObject({ verdict: "breach" });
    expect(judged(aPlan()).verdict).toBe("pass");
  });
});

describe("a plan without a race result", () => {
  const shown = { verdict: "breach", why: "a pace is shown without a race result" };
  const PACE = "5 x 800 m at 4:10/km";

  it("goes by effort, and only the races have a distance of their own", () => {
    const raced = withoutResult(aPlan({ 9: "- I10/7x0.6 E9 - E10 E8 U9" }));
    const measured = ({ estimated: _, ...session }: Session): Session => session;
    expect(judged(withSession(raced, 12, 7, measured)).verdict).toBe("pass");
    expect(judged(withSession(raced, 9, 7, measured)).verdict).toBe("pass");
    expect(judged(withSession(raced, 9, 2, measured))).toMatchObject({
      verdict: "breach",
      why: "a distance is not marked as estimated",
    });
  });

  it("shows a pace in no title", () => {
    expect(judged(byEffort((session) => ({ ...session, title: PACE })))).toMatchObject(shown);
  });

  it("shows a pace neither in the title nor in the effort of an option", () => {
    const withOption = (title: string, effort: string): PlanUnderLaw =>
      byEffort((session) => {
        const { kind, metres, seconds } = session;
        const steps: readonly SingleStep[] = [{ zone: "easy", by: "distance", metres, seconds, effort }];
        return { ...session, optionB: { kind, title, metres, seconds, steps } };
      });
    expect(judged(withOption("Hills", "easy")).verdict).toBe("pass");
    expect(judged(withOption(PACE, "easy"))).toMatchObject(shown);
    expect(judged(withOption("Hills", "7:10 per mile"))).toMatchObject(shown);
  });

  it("shows a pace in the effort of no step, and of none inside a repeat", () => {
    const withEffort = (effort: string): PlanUnderLaw =>
      byEffort((session) => ({
        ...session,
        steps: [
          { repeat: 5, steps: [{ zone: "interval", by: "distance", metres: 800, seconds: 200, effort }] },
        ],
      }));
    expect(judged(withEffort("hard, with something left")).verdict).toBe("pass");
    expect(judged(withEffort("4:10 min/km"))).toMatchObject(shown);
  });
});
