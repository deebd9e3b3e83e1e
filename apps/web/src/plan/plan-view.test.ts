import { describe, expect, it } from "vitest";
import { day, kilometres, plan, session, week } from "../testing/sample-plan.ts";
import { bandsOf, datedSessions, weekOfToday } from "./plan-view.ts";

const run = (id: string) => session({ id, kind: "easy", steps: [kilometres("easy", 10)] });
const threeWeeks = plan([
  week(1, "base", [run("a"), run("b")]),
  week(2, "base", [run("c")]),
  week(3, "taper", [run("d")]),
]);

describe("the plan as the calendar shows it", () => {
  it("bands consecutive weeks of a phase", () => {
    expect(bandsOf(threeWeeks).map(({ phase, weeks }) => [phase, weeks.length])).toEqual([
      ["base", 2],
      ["taper", 1],
    ]);
  });

  it.each([
    ["before it starts", "2026-11-01", 1],
    ["in its second week", "2026-12-03", 2],
    ["on its last day", "2026-12-13", 3],
    ["after the race", "2027-03-01", 3],
  ])("opens %s at the right week", (_when, today, number) => {
    expect(weekOfToday(threeWeeks, day(today))).toBe(number);
  });

  it("walks through the sessions in the order they are run", () => {
    expect(datedSessions(threeWeeks).map((dated) => dated.session.id)).toEqual(["a", "b", "c", "d"]);
  });
});
