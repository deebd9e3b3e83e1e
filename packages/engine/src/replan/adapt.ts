import { overLongRuns } from "../checks/after-an-over-long-run.ts";
import { factsOf } from "../plan/facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import type { Adjustment, PlanWeek } from "../plan/plan.ts";
import type { HealthMark } from "../plan/plan-change.ts";
import { addDays, type CalendarDate, epochDay } from "../units/calendar-date.ts";
import type { ChangeContext, Draft } from "./context.ts";
import type { Gap } from "./gap.ts";
import { gapDrafts } from "./pause.ts";
import { courseStart, phaseAfter, weeksBefore } from "./race-date.ts";
import { rebuiltDrafts } from "./rebuild.ts";
import { elasticMetresOf, pacingOf, shortened } from "./reshape.ts";
import { sessionsOf, withSessions } from "./weeks.ts";

/**
 * The plan after what was really run: a break gets its way back, an over-long run a shorter long run after
 * it, and everything else goes on as written. What was missed is not made up for. Where nothing leads on from what was
 * told, as after a report that takes a break back, the way to the race is built anew.
 */
export function* adaptDrafts(context: ChangeContext): Iterable<Draft> {
  const { plan, change, rulebook } = context;
  const facts = factsOf({ ...plan, changes: [...(plan.changes ?? []), change] }, rulebook, context.before);
  const weeks = withShorterLongRun(plan.weeks, facts, context);
  const gap = openGapOf(facts, context);
  const now = { ...context, plan: { ...plan, weeks } };
  if (gap === null) yield { weeks };
  else yield* gapDrafts(gap, plan.request, now);
  const kept = weeksBefore(courseStart(now), now);
  yield* rebuiltDrafts({ kept, request: plan.request, phaseFrom: phaseAfter(kept), startMetres: null }, now);
}

/** The break that the first day that may change comes back from; null where there is none. */
export function openGapOf({ change: known }: PlanFacts, { change: { from } }: ChangeContext): Gap | null {
  const open = known?.breaks.find(({ last }) => last < epochDay(from));
  if (open === undefined) return null;
  const dateAt = (day: number): CalendarDate => addDays(from, day - epochDay(from));
  return { first: dateAt(open.first), last: dateAt(open.last), back: from, days: open.days };
}

/** A little under what law C3 allows: runs are rounded. */
const BELOW = 0.99;

/** Law C3: the long run after an over-long one is shorter than planned. */
function withShorterLongRun(
  weeks: readonly PlanWeek[],
  { change, ...facts }: PlanFacts,
  { plan, change: { from }, rulebook, before }: ChangeContext,
): readonly PlanWeek[] {
  if (change === null) return weeks;
  const { C3 } = rulebook.laws;
  if (overLongRuns({ change, ...facts }, change, before, C3).length === 0) return weeks;
  const next = sessionsOf(weeks).find(
    ({ session, date }) => session.kind === "long" && date >= from,
  )?.session;
  if (next === undefined) return weeks;
  const elastic = elasticMetresOf(next);
  const share = elastic === 0 ? 1 : 1 - (next.metres * (1 - C3.nextShareMax * BELOW)) / elastic;
  return withSessions(weeks, (session) =>
    session === next ? shortened(session, share, pacingOf(plan, rulebook)) : session,
  );
}

/** The word that goes with suspended quality, once: of what was told last. */
export function withHealthWord(
  adjustments: readonly Adjustment[],
  told: HealthMark["kind"] | undefined,
): readonly Adjustment[] {
  const others = adjustments.filter(({ law }) => law !== "C5");
  if (told === undefined && others.length < adjustments.length) return adjustments;
  const asked = told === "caution" ? told : null;
  return [...others, { wish: "health", law: "C5", asked, given: null }];
}
