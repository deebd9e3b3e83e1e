import { hasFasterRunning } from "../plan/doses.ts";
import { sum } from "../plan/facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import { NO_CHANGE } from "./change-law.ts";
import { atMost, holdsOrBreaks, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const healthComesFirst = defineLaw({
  id: "C5",
  name: "health-comes-first",
  sentence:
    "Pain, illness or a red-flag answer leaves easy running and walking alone and shows where to turn to; only the athlete resumes more.",
  reason: "No session is worth a stress fracture or a heart; a plan cannot examine anybody.",
  severity: "must",
  quantity: "count",
  shape: "change",
  judge: (facts) => {
    const { change, plan } = facts;
    if (change === null) return NO_CHANGE;
    if (!change.isSuspended) return notApplicable("neither pain nor illness was told of");
    const isShown = plan.adjustments.some(({ law }) => law === "C5");
    return judgementOf(
      [
        atMost(hardRunsFrom(facts, change.from), 0, "breach", {
          why: "more than easy running in spite of pain or illness",
        }),
        holdsOrBreaks(isShown, "the plan does not say where to turn to"),
      ],
      "",
    );
  },
});

const hardRunsFrom = ({ runs }: PlanFacts, from: number): number =>
  sum(runs, (run) =>
    run.epochDay >= from && (run.quality || hasFasterRunning(run.doses)) && !run.isGoalRace ? 1 : 0,
  );
