import { hasFasterRunning, type Doses } from "../plan/doses.ts";
import type { OptionFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { VolumeTier } from "../plan/vocabulary.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["I4"];

export const sessionShareOfWeek = defineLaw({
  id: "I4",
  name: "session-share-of-week",
  sentence: "The work of one session stays a modest part of its week, whichever option is chosen.",
  reason: "A dose is large or small by the week that has to carry it.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: ({ plan, weeks }, limits) => {
    const findings = weeks.flatMap((week) =>
      week.runs.flatMap((run) => runFindings(run, week, plan.tier, limits)),
    );
    return judgementOf(findings, "the plan holds nothing faster than easy");
  },
});

function runFindings(run: RunFacts, week: WeekFacts, tier: VolumeTier, limits: Limits): readonly Finding[] {
  if (run.kind === "tune_up_race") return [];
  return run.options
    .filter(({ doses }) => hasFasterRunning(doses))
    .flatMap((option) => shareFindings(option.doses, weekWith(option, run, week), week, tier, limits));
}

/** The smallest week that this option can stand in; a race is part of its week. */
const weekWith = (option: OptionFacts, run: RunFacts, week: WeekFacts): number =>
  week.metresLeast - run.metresLeast + option.metres + week.raceMetres;

const EFFORTS = ["threshold", "interval", "repetition", "marathon"] as const;

/** 10K pace counts with the intervals, half-marathon pace with marathon pace, as in law I3. */
function shareFindings(
  { metres }: Doses,
  weekMetres: number,
  { number: week }: WeekFacts,
  tier: VolumeTier,
  { shareMax, shareAim }: Limits,
): readonly Finding[] {
  const work = {
    threshold: metres.threshold,
    interval: metres.interval + metres.ten_k,
    repetition: metres.repetition,
    marathon: metres.marathon + metres.half_marathon,
  };
  const findings: Finding[] = [];
  for (const effort of EFFORTS) {
    if (work[effort] === 0) continue;
    const share = work[effort] / weekMetres;
    const more = { week, why: WHY[effort] };
    const hard = atMost(share, shareMax[effort], "breach", more);
    findings.push(hard.verdict === "breach" ? hard : atMost(share, shareAim[tier][effort], "flag", more));
  }
  return findings;
}

const WHY = {
  threshold: "much threshold running for this week",
  interval: "much interval running for this week",
  repetition: "much repetition running for this week",
  marathon: "much race pace for this week",
} as const;
