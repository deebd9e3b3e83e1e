import { longestSecondsIn } from "../plan/pieces.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { halfMarathonPaceFindings } from "./half-marathon-pace.ts";
import { holdsOrBreaks, judgementOf, notApplicable, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { marathonPaceFindings } from "./marathon-pace.ts";

export const racePaceBlocks = defineLaw({
  id: "I7",
  name: "race-pace-blocks",
  sentence:
    "Marathon-pace blocks belong to marathon plans: late enough, growing, rehearsed three to four weeks before the race, and enough of them; half-marathon plans hold long runs at half-marathon pace.",
  reason:
    "Race pace over distance is the closest thing to the race, and as tiring: few, growing, and in time.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const { distance, tier } = facts.plan;
    if (tier === "builder") return notApplicable("builders run nothing faster than strides for long");
    if (distance === "marathon") return judgementOf(marathonPaceFindings(facts, limits.marathon, tier), "");
    const stray = strayFindings(facts, limits.marathon);
    return distance === "half_marathon"
      ? judgementOf([...stray, ...halfMarathonPaceFindings(facts, limits)], "too few weeks for race pace")
      : judgementOf(stray, "no blocks at marathon pace, and none are asked for");
  },
});

/** Floats are shorter than a block, and a progression may pass through marathon pace. */
const strayFindings = (
  { runs }: PlanFacts,
  { blockSecondsMin }: LawLimits["I7"]["marathon"],
): readonly Finding[] =>
  runs
    .filter((run) =>
      run.options.some(
        ({ kind, pieces }) =>
          kind !== "progression" && longestSecondsIn(pieces, "marathon") >= blockSecondsMin,
      ),
    )
    .map((run) => holdsOrBreaks(false, "a marathon-pace block for another race", run.week));
