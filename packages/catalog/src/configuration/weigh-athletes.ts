import {
  attemptPlan,
  checkRequest,
  comparePlans,
  err,
  measuresOf,
  ok,
  type Plan,
  PLAN_MEASURES,
  type PlanMeasure,
  type PlanMeasures,
  type PlanRequest,
  type Refusal,
  type Result,
  type Rulebook,
} from "@strideiq/engine";
import type { MadeUpAthlete } from "./made-up-athletes.ts";

/** One of the made-up athletes with another plan than until now. */
export interface ChangedAthlete {
  readonly athlete: MadeUpAthlete;
  /** Sessions that are not what, where or as far as they were. */
  readonly sessions: number;
  readonly before: PlanMeasures;
  readonly after: PlanMeasures;
}

/** For how many a number goes up or down, and for whom the most. */
export interface MeasureChange {
  readonly measure: PlanMeasure;
  readonly more: number;
  readonly less: number;
  readonly most: { readonly athlete: MadeUpAthlete; readonly before: number; readonly after: number };
}

export interface RefusedAthlete {
  readonly athlete: MadeUpAthlete;
  /** What stands in the way; null where the wish lies outside what is promised at all. */
  readonly law: Refusal["law"] | null;
}

/** What becomes of the made-up athletes, and of the same ones until now. */
export interface AthleteCensus {
  readonly asked: number;
  readonly served: number;
  readonly servedBefore: number;
  /** Those who would be given another plan. */
  readonly changed: number;
  readonly measures: readonly MeasureChange[];
  /** Those whose plans change most, and who has none any more, or one at last: the first of each. */
  readonly most: readonly ChangedAthlete[];
  readonly refused: readonly RefusedAthlete[];
  readonly refusedInAll: number;
  readonly servedAtLast: readonly MadeUpAthlete[];
  readonly servedAtLastInAll: number;
}

/** An athlete with what both rulebooks have for them. */
export interface WeighedAthlete {
  readonly athlete: MadeUpAthlete;
  readonly before: Planned;
  readonly after: Planned;
  readonly changed: ChangedAthlete | null;
}

type Planned = Result<Plan, Refusal["law"] | null>;

/** So many of each kind are told one by one; the sums are of all. */
const TOLD_MAX = 10;

export function planFor(wish: PlanRequest, rulebook: Rulebook): Planned {
  const request = checkRequest(wish, rulebook);
  if (!request.ok) return err(null);
  const plan = attemptPlan(request.value, rulebook);
  return plan.ok ? ok(plan.value) : err(plan.error.law);
}

export function weigh(
  athlete: MadeUpAthlete,
  wish: PlanRequest,
  { was, rulebook }: { readonly was: Rulebook | null; readonly rulebook: Rulebook },
): WeighedAthlete {
  const before = was === null ? err(null) : planFor(wish, was);
  const after = planFor(wish, rulebook);
  const changed =
    was !== null && before.ok && after.ok
      ? changeOf(athlete, [before.value, was], [after.value, rulebook])
      : null;
  return { athlete, before, after, changed };
}

function changeOf(
  athlete: MadeUpAthlete,
  [before, was]: readonly [Plan, Rulebook],
  [after, is]: readonly [Plan, Rulebook],
): ChangedAthlete | null {
  const { sessions, weeks } = comparePlans(before, after);
  if (sessions.length === 0 && weeks.length === 0) return null;
  return {
    athlete,
    sessions: sessions.length,
    before: measuresOf(before, was),
    after: measuresOf(after, is),
  };
}

/** Sums all of them up; nothing of it grows with how many change. */
export function censusOf(weighed: readonly WeighedAthlete[]): AthleteCensus {
  const changed = weighed.flatMap((one) => one.changed ?? []);
  const refused = weighed.filter(({ before, after }) => before.ok && !after.ok);
  const atLast = weighed.filter(({ before, after }) => !before.ok && after.ok);
  return {
    asked: weighed.length,
    served: weighed.filter(({ after }) => after.ok).length,
    servedBefore: weighed.filter(({ before }) => before.ok).length,
    changed: changed.length,
    measures: PLAN_MEASURES.flatMap((measure) => measureChange(measure, changed) ?? []),
    most: changed.toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, TOLD_MAX),
    refused: refused
      .slice(0, TOLD_MAX)
      .map(({ athlete, after }) => ({ athlete, law: after.ok ? null : after.error })),
    refusedInAll: refused.length,
    servedAtLast: atLast.slice(0, TOLD_MAX).map(({ athlete }) => athlete),
    servedAtLastInAll: atLast.length,
  };
}

function measureChange(measure: PlanMeasure, changed: readonly ChangedAthlete[]): MeasureChange | null {
  const differing = changed.filter(({ before, after }) => before[measure] !== after[measure]);
  const [most] = differing.toSorted((one, other) => shareOf(measure, other) - shareOf(measure, one));
  if (most === undefined) return null;
  const more = differing.filter(({ before, after }) => after[measure] > before[measure]).length;
  return {
    measure,
    more,
    less: differing.length - more,
    most: { athlete: most.athlete, before: most.before[measure], after: most.after[measure] },
  };
}

/** How much of the larger one is gone or new: a kilometre is more to who runs little. */
const shareOf = (measure: PlanMeasure, { before, after }: ChangedAthlete): number =>
  Math.abs(after[measure] - before[measure]) / Math.max(after[measure], before[measure]);

/** By distance first, since it is what injures; what only stands otherwise comes after it. */
function sizeOf(changed: ChangedAthlete): number {
  const { before, after } = changed;
  const distances = (["totalMetres", "peakMetres", "longestMetres"] as const).filter(
    (measure) => before[measure] !== after[measure],
  );
  return (
    distances.reduce((size, measure) => size + shareOf(measure, changed), 0) * SESSIONS_BELOW +
    changed.sessions
  );
}

/** More than any plan has sessions, so that these only decide between equals. */
const SESSIONS_BELOW = 10_000;
