import type { PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { VolumeTier } from "../plan/vocabulary.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { isFinishPlan } from "./finish-plan.ts";
import { atLeast, atMost, grownBy, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["L1"];

export const peakLongRun = defineLaw({
  id: "L1",
  name: "peak-long-run",
  sentence:
    "The longest long run is long enough for the race and the runner's volume, and never beyond what published plans hold.",
  reason:
    "No other session replaces it: too short, it leaves the race unknown; too long, it costs more weeks than it gives.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, limits) => {
    const { plan } = facts;
    const peak = leastPeakOf(facts.longRuns);
    const floor = (plan.tier === "builder" ? limits.builderFloorMetres : limits.floorMetres)[plan.distance];
    if (peak === null)
      return judgementOf([atLeast(0, floor, "breach", { why: "the plan has no long run" })], "");
    const more = { week: peak.week };
    const findings: Finding[] = [
      atLeast(peak.metresLeast, floor, "breach", more),
      atMost(
        Math.max(...facts.longRuns.map((run) => run.metresMost)),
        limits.peakMetres[plan.distance].max,
        "breach",
        more,
      ),
    ];
    const tier = MINIMUM_OF_TIER[plan.tier];
    if (tier === null) return judgementOf(findings, "");
    const finding = tierFinding(facts, peak, limits.tierMetresMin[plan.distance][tier], limits);
    // A lowered peak is told with its reason, whatever else is nearer to its limit.
    const isLowered = finding.verdict === "pass" && finding.why !== undefined;
    const isSound = findings.every(({ verdict }) => verdict === "pass");
    return judgementOf(isLowered && isSound ? [finding] : [...findings, finding], "");
  },
});

/** The peak that is left when every long run is run as the shorter of its options. */
function leastPeakOf(longRuns: readonly RunFacts[]): RunFacts | null {
  let peak: RunFacts | null = null;
  for (const run of longRuns) if (peak === null || run.metresLeast > peak.metresLeast) peak = run;
  return peak;
}

/** Builders have only a floor; elite reads as high. */
const MINIMUM_OF_TIER = {
  builder: null,
  low: "low",
  mid: "mid",
  high: "high",
  elite: "high",
} as const satisfies Record<VolumeTier, "low" | "mid" | "high" | null>;

/** Below the tier's minimum a peak stands only where one of the named bounds, and nothing else, keeps it there. */
function tierFinding(facts: PlanFacts, peak: RunFacts, minimum: number, limits: Limits): Finding {
  const week = { week: peak.week };
  const finding = atLeast(peak.metresLeast, minimum, "breach", week);
  if (finding.verdict === "pass") return finding;
  if (isFinishPlan(facts)) {
    const floor = limits.floorMetres[facts.plan.distance];
    const isBelow = peak.metresLeast < floor;
    return isBelow ? atLeast(peak.metresLeast, floor, "breach", week) : { ...finding, ...FINISHING };
  }
  for (const bound of boundsOf(facts, peak)) {
    const isKeptBy = bound.metres <= minimum && peak.metresLeast >= bound.metres - limits.sameMetres;
    // A remark tells what would be usual; a peak that stands by its bound is told beside that bound.
    const limit = bound.verdict === "flag" ? minimum : bound.metres;
    if (isKeptBy) return { ...finding, verdict: bound.verdict, limit, why: bound.why };
  }
  return { ...finding, why: "shorter than the runner's volume asks for, and nothing explains it" };
}

const FINISHING = {
  verdict: "flag",
  why: "so close to the race the plan is for finishing it, and nothing is made up for",
} as const;

interface Bound {
  readonly metres: number;
  readonly verdict: "pass" | "flag";
  readonly why: string;
}

function boundsOf(facts: PlanFacts, peak: RunFacts): readonly Bound[] {
  const { plan, rules, easyPace } = facts;
  const bounds: Bound[] = [
    {
      metres: reachableMetres(facts),
      verdict: "pass",
      why: "there are too few weeks to grow further from where the athlete starts",
    },
  ];
  if (easyPace === null) return bounds;
  const { secondsMax, secondsAim } = rules.laws.L6;
  const day = Math.max(
    plan.request.dayLimits[plan.request.longRunDay] ?? Infinity,
    plan.request.dayLimits[peak.weekday] ?? 0,
  );
  const aim = secondsAim[plan.distance] ?? Infinity;
  return [
    {
      metres: secondsMax[plan.distance] / easyPace,
      verdict: "pass",
      why: "a longer one would take too many hours",
    },
    { metres: day / easyPace, verdict: "pass", why: "the day has no room for a longer one" },
    ...bounds,
    // Whoever runs past the aim is not kept by it.
    ...(peak.metresLeast <= aim / easyPace + rules.laws.L1.sameMetres
      ? [{ metres: aim / easyPace, verdict: "flag", why: "kept to the hours that long runs aim at" } as const]
      : []),
  ];
}

/** How far long runs come from the athlete's start when each build week takes the largest step that law L3 does not flag. */
function reachableMetres({ plan, rules, weeks, longRuns, knownLongestMetres }: PlanFacts): number {
  const { L3, L4 } = rules.laws;
  const latest = L4.days[plan.distance].min;
  const steps = weeks.filter(
    (week) =>
      (week.source.kind === "build" || week.source.kind === "tune_up") &&
      (week.days.at(-1)?.daysToRace ?? 0) >= latest,
  ).length;
  const growth = { ...L3, growthMax: L3.flagGrowth };
  const known = knownLongestMetres === null ? 0 : grownBy(knownLongestMetres, growth);
  let metres = Math.max(longRuns[0]?.metres ?? 0, known);
  for (let step = 1; step < steps; step += 1) metres = grownBy(metres, growth);
  return metres;
}
