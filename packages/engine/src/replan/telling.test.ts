import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { breachesOf, certify } from "../checks/certify.ts";
import type { Plan } from "../plan/plan.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { changing, standardPlan } from "./replan.fixture.ts";
import { daysOf, withPlaces } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("marathon", 18, onDate("2027-04-18"), rulebook);

/** All laws that a plan breaks once a session stands on another day, in the order in which they are listed. */
function brokenBy(session: string, from: CalendarDate, to: CalendarDate): readonly string[] {
  const change = {
    from,
    wish: { kind: "move", session, to },
    movedFrom: from,
    done: null,
    rpi: null,
    idsGiven: 999,
  } as const;
  const weeks = withPlaces(plan.weeks, new Map([[session, to]]));
  const moved: Plan = { ...plan, weeks, changes: [change] };
  return breachesOf(certify(moved, rulebook)).map(({ id }) => id);
}

describe("why a session cannot be moved", () => {
  it("is told by what is hard beside it, and by the number of run days only where nothing else is broken", () => {
    const beside = ["H1", "L7", "H3", "H2"];
    let crowded = 0;
    for (const { date, sessions } of plan.weeks[7]?.days ?? [])
      for (const { id } of sessions)
        for (const day of daysOf(plan.weeks.slice(8, 9))) {
          const broken = brokenBy(id, date, day.date);
          const isHard = broken[0] === "S4" && broken.some((law) => beside.includes(law));
          if (!isHard || broken.includes("S5") || broken.includes("S3")) continue;
          crowded += 1;
          const answer = changing(plan, date, { kind: "move", session: id, to: day.date }, rulebook);
          if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("It was not refused.");
          expect(beside).toContain(answer.error.law);
        }
    expect(crowded).toBeGreaterThan(0);
  });
});
