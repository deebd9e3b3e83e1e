import { sum } from "../plan/facts.ts";
import { atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const fastShare = defineLaw({
  id: "I2",
  name: "fast-share",
  sentence: "Interval and repetition running together stay a small part of the plan's distance.",
  reason:
    "No published plan holds more; the fastest running breaks more than it builds when there is much of it.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: ({ runs }, { shareMax }) => {
    const training = runs.filter((run) => !run.isGoalRace);
    const total = sum(training, (run) => run.doses.totalMetres);
    if (total === 0) return notApplicable("the plan holds no run");
    const fast = sum(training, ({ doses }) => doses.metres.interval + doses.metres.repetition);
    return judgementOf([atMost(fast / total, shareMax, "breach")], "");
  },
});
