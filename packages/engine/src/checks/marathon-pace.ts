import { longestSecondsIn } from "../plan/pieces.ts";
import { sum } from "../plan/facts.ts";
import type { PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { VolumeTier } from "../plan/vocabulary.ts";
import type { MarathonPaceLimits } from "../rulebook/law-limits.ts";
import { isFinishPlan, ONLY_TO_FINISH } from "./finish-plan.ts";
import { atLeast, atMost, holdsOrBreaks, type Finding } from "./judgement.ts";

/** Everything that a marathon plan owes its race pace. Blocks are those of the plan as written. */
export function marathonPaceFindings(
  facts: PlanFacts,
  limits: MarathonPaceLimits,
  tier: Exclude<VolumeTier, "builder">,
): readonly Finding[] {
  const blocks = facts.runs.filter(
    ({ kind, written }) =>
      kind !== "race" &&
      kind !== "tune_up_race" &&
      longestSecondsIn(written.pieces, "marathon") >= limits.blockSecondsMin,
  );
  const long = blocks.filter((run) => run.kind === "long");
  return [
    ...blocks.flatMap((run) => placeFindings(run, facts, limits)),
    ...growthFindings(long, facts, limits),
    ...rowFindings(facts, long, limits),
    ...rehearsalFindings(blocks, facts, limits),
    ...totalFindings(facts, limits, tier === "elite" ? "high" : tier),
    ...(isFinishPlan(facts) ? hardFindings(facts) : []),
  ];
}

/** A plan that only leads to the finish owes no race pace, says so, and holds nothing faster either. */
const hardFindings = ({ runs }: PlanFacts): readonly Finding[] =>
  runs
    .filter(({ isGoalRace, quality }) => quality && !isGoalRace)
    .map(({ week }) => holdsOrBreaks(false, "a hard session in a plan to get through the race", week));

const paceMetres = ({ written }: RunFacts): number => written.doses.metres.marathon;

function placeFindings(run: RunFacts, facts: PlanFacts, limits: MarathonPaceLimits): readonly Finding[] {
  const { week } = run;
  const phase = facts.weeks.find((other) => other.number === week)?.source.phase;
  if (phase === "base") return [holdsOrBreaks(false, "a marathon-pace block in the base phase", week)];
  const firstDay = facts.days[0]?.epochDay ?? run.epochDay;
  const days = run.epochDay + run.daysToRace - firstDay;
  const share = (run.epochDay - firstDay) / Math.max(1, days);
  const hard = atLeast(share, limits.earliestShare, "breach", {
    week,
    why: "a marathon-pace block too early",
  });
  if (hard.verdict === "breach") return [hard];
  return [atLeast(share, limits.earliestShareAim, "flag", { week, why: "an early marathon-pace block" })];
}

/** Blocks in long runs grow up to the rehearsal, which may be a little shorter; cutbacks and tapers are free. */
function growthFindings(
  long: readonly RunFacts[],
  { weeks }: PlanFacts,
  { rehearsalDays, rehearsalShare }: MarathonPaceLimits,
): readonly Finding[] {
  const cutbacks = new Set(weeks.filter((week) => week.source.kind === "cutback").map((week) => week.number));
  const building = long.filter((run) => run.daysToRace >= rehearsalDays.min && !cutbacks.has(run.week));
  const findings: Finding[] = [];
  let largest = 0;
  for (const run of building) {
    const least = run.daysToRace <= rehearsalDays.max ? largest * rehearsalShare : largest;
    const more = { week: run.week, why: "a shorter marathon-pace block than before" };
    if (largest > 0)
      findings.push(atLeast(paceMetres(run), least, "breach", { ...more, quantity: "distance" }));
    largest = Math.max(largest, paceMetres(run));
  }
  const [first, ...later] = building;
  if (first !== undefined && later.length > 0 && largest <= paceMetres(first))
    findings.push(holdsOrBreaks(false, "marathon-pace blocks that do not grow", first.week));
  return findings;
}

function rowFindings(
  { longRuns }: PlanFacts,
  long: readonly RunFacts[],
  { inARowMax }: MarathonPaceLimits,
): readonly Finding[] {
  const findings: Finding[] = [];
  let row = 0;
  for (const run of longRuns) {
    row = long.includes(run) ? row + 1 : 0;
    const more = { week: run.week, why: "too many long runs at marathon pace in a row" };
    if (row > inARowMax) findings.push(atMost(row, inARowMax, "breach", { ...more, quantity: "count" }));
  }
  return findings;
}

function rehearsalFindings(
  blocks: readonly RunFacts[],
  { fullWeeks }: PlanFacts,
  limits: MarathonPaceLimits,
): readonly Finding[] {
  const [first] = blocks;
  if (first === undefined) return [];
  if (fullWeeks < limits.rehearsalFromWeeks) {
    const more = { week: first.week, why: "a long first block in a short plan" };
    return [
      atMost(paceMetres(first), limits.firstBlockMetresMax, "breach", { ...more, quantity: "distance" }),
    ];
  }
  const { min, max } = limits.rehearsalDays;
  const largest = Math.max(...blocks.map(paceMetres));
  const inWindow = blocks.filter((run) => run.daysToRace >= min && run.daysToRace <= max);
  const rehearsed = Math.max(0, ...inWindow.map(paceMetres));
  return [
    atLeast(rehearsed / largest, limits.rehearsalShare, "breach", {
      why: "no rehearsal at marathon pace in time",
    }),
  ];
}

/** The least that any choice of options leaves. */
function totalFindings(
  facts: PlanFacts,
  limits: MarathonPaceLimits,
  tier: "low" | "mid" | "high",
): readonly Finding[] {
  const { runs, fullWeeks } = facts;
  const total = sum(runs, (run) => Math.min(...run.options.map((option) => option.doses.metres.marathon)));
  const scale = fullWeeks < limits.scaledBelowWeeks ? fullWeeks / limits.fullWeeks : 1;
  const why = isFinishPlan(facts) ? ONLY_TO_FINISH : "little marathon pace over the whole plan";
  const below = isFinishPlan(facts) ? "flag" : "breach";
  const hard = atLeast(total, limits.totalMetresMin[tier] * scale, below, { quantity: "distance", why });
  if (hard.verdict !== "pass") return [hard];
  return [atLeast(total, limits.totalMetresAim[tier] * scale, "flag", { quantity: "distance", why })];
}
