import { insideTextOf } from "../plan/long-run-kind.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, judgementOf, notApplicable, unlessPassed, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { itemAt } from "../result/item-at.ts";

type Limits = LawLimits["L8"];

export const longRunStaircase = defineLaw({
  id: "L8",
  name: "long-run-staircase",
  sentence:
    "Long runs climb like a staircase: they start well below the peak, do not reach it early, and do not stay on one step; where hours or a day end the climb, what is inside them changes.",
  reason: "A plateau trains for a few weeks and then only tires.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const steps = stepsOf(facts);
    const peak = Math.max(0, ...steps.map((step) => step.metres));
    if (peak === 0) return notApplicable("the plan has no long run before the taper");
    const building = steps.filter((step) => step.isBuild);
    const bound = isBound(facts, peak, limits);
    const isWhollyBound = bound && building.every((step) => peak - step.metres <= limits.sameMetres);
    const climb = isWhollyBound
      ? []
      : [
          ...startFindings(facts, steps, peak, limits),
          ...peakFindings(steps, peak, limits),
          ...halfFindings(building),
        ];
    const isTooLongHere = (row: readonly StepUp[]): boolean =>
      bound && isAtPeak(row, peak, limits)
        ? sameInsideAtEnd(row) > limits.sameWeeksMax
        : isTooLong(row, peak, limits);
    const findings = [...climb, ...rowFindings(building, limits, isTooLongHere)];
    return judgementOf(findings, "the hours or the day end every long run, and what is inside them changes");
  },
});

/** The long run of a week before the taper, as the plan is written. */
interface StepUp {
  readonly week: number;
  readonly metres: number;
  readonly inside: string;
  readonly isBuild: boolean;
  /** Share of the weeks before the taper that are over when this one is. */
  readonly place: number;
}

function stepsOf({ weeks, rules }: PlanFacts): readonly StepUp[] {
  const before = weeks.filter(isBeforeTaper);
  return before.flatMap((week, index): readonly StepUp[] => {
    if (week.longRun === null) return [];
    const { written } = week.longRun;
    return [
      {
        week: week.number,
        metres: written.metres,
        inside: insideTextOf(written, rules.laws.H1),
        isBuild: week.source.kind === "build",
        place: (index + 1) / before.length,
      },
    ];
  });
}

const isBeforeTaper = ({ source, touchesRaceWeek }: WeekFacts): boolean =>
  source.phase !== "taper" && source.kind !== "taper" && !touchesRaceWeek;

/** Law L6 or the long-run day ends the climb: the peak stands where they do. */
function isBound({ plan, rules, easyPace }: PlanFacts, peak: number, { sameMetres }: Limits): boolean {
  if (easyPace === null) return false;
  const { secondsMax, secondsAim } = rules.laws.L6;
  const day = plan.request.dayLimits[plan.request.longRunDay] ?? null;
  return [secondsMax[plan.distance], secondsAim[plan.distance], day].some(
    (seconds) => seconds !== null && Math.abs(peak - seconds / easyPace) <= sameMetres,
  );
}

/** Where the longest run before the plan is known, law E2 has the first step. */
function startFindings(
  { knownLongestMetres }: PlanFacts,
  steps: readonly StepUp[],
  peak: number,
  { firstShareMax, firstFromLongRuns }: Limits,
): readonly Finding[] {
  const [first] = steps;
  if (first === undefined || knownLongestMetres !== null || steps.length < firstFromLongRuns) return [];
  const why = "the first long run stands close to the peak";
  return unlessPassed([atMost(first.metres / peak, firstShareMax, "breach", { week: first.week, why })]);
}

function peakFindings(steps: readonly StepUp[], peak: number, { earlyShare }: Limits): readonly Finding[] {
  const first = steps.find((step) => step.metres === peak);
  if (first === undefined) return [];
  const { place: measured, week } = first;
  const verdict = measured > earlyShare ? "pass" : "breach";
  return [{ verdict, measured, limit: earlyShare, week, why: "the peak long run comes early" }];
}

function halfFindings(building: readonly StepUp[]): readonly Finding[] {
  const half = Math.floor(building.length / 2);
  if (half === 0) return [];
  const longest = (some: readonly StepUp[]): number => Math.max(...some.map((step) => step.metres));
  const why = "long runs are longer in the first half of the build than in the second";
  return [
    atLeast(longest(building.slice(half)), longest(building.slice(0, half)), "breach", {
      quantity: "distance",
      why,
    }),
  ];
}

/** Every row of build weeks with the same distance, up to each week; `breaks` says which are too long. */
function rowFindings(
  building: readonly StepUp[],
  { sameMetres, sameWeeksMax }: Limits,
  breaks: (row: readonly StepUp[]) => boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  building.forEach((step, index) => {
    let start = index;
    let [shortest, longest] = [step.metres, step.metres];
    for (let at = index - 1; at >= 0; at -= 1) {
      const { metres } = itemAt(building, at);
      shortest = Math.min(shortest, metres);
      longest = Math.max(longest, metres);
      if (longest - shortest >= sameMetres) break;
      start = at;
    }
    const row = building.slice(start, index + 1);
    if (breaks(row)) {
      const why = "the same long run for too many weeks";
      findings.push({
        verdict: "breach",
        measured: row.length,
        limit: sameWeeksMax,
        quantity: "weeks",
        week: step.week,
        why,
      });
    }
  });
  return findings;
}

const isAtPeak = (row: readonly StepUp[], peak: number, { sameMetres }: Limits): boolean =>
  row.every((step) => peak - step.metres < sameMetres);

/** At the peak one week more is allowed when its neighbours in the row are not the same inside. */
function isTooLong(row: readonly StepUp[], peak: number, limits: Limits): boolean {
  if (row.length <= limits.sameWeeksMax) return false;
  return !isAtPeak(row, peak, limits) || row.length > limits.sameWeeksAtPeakMax || sameInsideAtEnd(row) > 1;
}

/** How many long runs at the end of a row are the same inside. */
function sameInsideAtEnd(row: readonly StepUp[]): number {
  const last = row.at(-1)?.inside;
  const different = row.findLastIndex((step) => step.inside !== last);
  return row.length - 1 - different;
}
