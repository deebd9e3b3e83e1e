import { onDate, realRulebook } from "@strideiq/testing";
import { expect, it } from "vitest";
import { changing, dateOf, standardPlan } from "./replan.fixture.ts";
import { sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
const from = plan.weeks[0]?.days[0]?.date ?? plan.raceDate;
const longRuns = sessionsOf(plan.weeks).filter(({ session }) => session.kind === "long");

it("other sessions make room for one that is moved, and no long run leaves its day for it", () => {
  const weeks = plan.weeks.slice(0, 4);
  const wishes = weeks.flatMap(({ days }) =>
    sessionsOf(weeks.filter((week) => week.days === days))
      .filter(({ session }) => session.kind !== "long")
      .flatMap(({ session }) => days.map(({ date }) => ({ session: session.id, to: date }))),
  );
  const moved = wishes
    .filter(({ to }) => !longRuns.some(({ date }) => date === to))
    .filter((wish) => {
      const answer = changing(plan, from, { kind: "move", ...wish, respace: true }, rulebook);
      return (
        answer.ok && longRuns.some(({ session, date }) => dateOf(answer.value.plan, session.id) !== date)
      );
    });
  expect(moved).toEqual([]);
});
