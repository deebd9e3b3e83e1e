import { longRunInsideOf } from "../plan/long-run-kind.ts";
import { atLeast, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const kindsOfLongRun = defineLaw({
  id: "L9",
  name: "kinds-of-long-run",
  sentence: "A half-marathon or marathon plan of many weeks knows at least three kinds of long run.",
  reason: "Distance, pace and terrain each train something that the others leave out.",
  severity: "default",
  quantity: "count",
  shape: "plan",
  judge: ({ plan, longRuns, fullWeeks, rules }, { kindsMin, fromWeeks }) => {
    const isLongRace = plan.distance === "marathon" || plan.distance === "half_marathon";
    if (!isLongRace || fullWeeks < fromWeeks) return notApplicable("only for long races with many weeks");
    const kinds = new Set(longRuns.map((run) => longRunInsideOf(run.written, rules.laws.H1)));
    return judgementOf([atLeast(kinds.size, kindsMin, "flag", { why: "few kinds of long run" })], "");
  },
});
