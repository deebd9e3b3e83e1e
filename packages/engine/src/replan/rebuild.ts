import type { PlanRequest } from "../athlete/request.ts";
import { buildPlan, outlineKey, outlinePlan } from "../generate/build-plan.ts";
import { carriedDays } from "../generate/carried-days.ts";
import { type Horizon, raceCalendarOf } from "../generate/frame.ts";
import { RUN_DAYS_MIN } from "../generate/obstacle.ts";
import { finishPoliciesOf, type Policy, policiesOf } from "../generate/policy.ts";
import { factsOf } from "../plan/facts.ts";
import type { Adjustment, PlanWeek } from "../plan/plan.ts";
import type { Phase } from "../plan/vocabulary.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { courseWeeks } from "./course-weeks.ts";
import { type Stair, type Standing, standingOf } from "./course.ts";
import { adopted } from "./adopt.ts";
import { withoutClosedDays } from "./closed-days.ts";
import { sessionsOf } from "./weeks.ts";

/** What the weeks to come are built anew for. */
export interface RebuildTask {
  /** Weeks that stay, the first of the plan to the last before the new course. */
  readonly kept: readonly PlanWeek[];
  readonly request: PlanRequest;
  readonly phaseFrom: Phase;
  readonly startMetres: number | null;
  readonly isNewBase?: boolean;
}

/**
 * The weeks from the end of those that stay to the race, built like a new plan that goes on from them: every
 * way of building in turn, from the one nearest to the wish to the most modest.
 */
export function* rebuiltDrafts(task: RebuildTask, context: ChangeContext): Iterable<Draft> {
  const { rulebook } = context;
  const firstDay = firstDayAfter(task, context);
  const weeks = courseWeeks(firstDay, task.request);
  if (weeks < 1 || weeks > rulebook.horizon.weeksMax) return;
  const seen = new Set<string>();
  const standings = STAIRS.map((stair) => standing(task, weeks, stair, context));
  const waysOf = standings[0]?.runner.finishOnly === true ? finishPoliciesOf : policiesOf;
  const ways = waysOf(rulebook.races[task.request.distance], weeks, rulebook);
  // A course goes on from what was run: what it is short of is seldom the long run alone, and drafts are few.
  for (const policy of ways.filter(({ growth }) => growth !== "long"))
    for (const one of standings) {
      if (!context.mayLayOut()) return;
      const draft = draftUnder(policy, one, { firstDay, weeks, weeksAvailable: weeks }, seen, task, context);
      if (draft !== null) yield draft;
    }
}

const STAIRS: readonly Stair[] = ["up", "down"];

/** The plan under one policy; null where there is none, or one like it has been seen. */
function draftUnder(
  policy: Policy,
  { course, request, runner }: Standing,
  horizon: Horizon,
  seen: Set<string>,
  task: RebuildTask,
  context: ChangeContext,
): Draft | null {
  const { rulebook } = context;
  const daysPerWeek = carriedDays(request, runner, rulebook) - policy.daysFewer;
  if (daysPerWeek < RUN_DAYS_MIN) return null;
  const calendar = raceCalendarOf(request, runner, horizon, rulebook);
  const outline = outlinePlan(request, runner, daysPerWeek, calendar, policy, rulebook, course);
  if (outline === null || seen.has(outlineKey(outline))) return null;
  seen.add(outlineKey(outline));
  const built = buildPlan(outline);
  if (built === null) return null;
  const coming = withoutClosedDays(adopted(built.weeks, task.kept.length, context), context);
  const weeks = [...task.kept, ...coming];
  const adjustments = mergedAdjustments(context.plan.adjustments, built.adjustments, weeks);
  return { weeks, request: task.request, daysPerWeek, adjustments };
}

const firstDayAfter = ({ kept }: RebuildTask, { plan }: ChangeContext): CalendarDate => {
  const last = kept.at(-1)?.days.at(-1)?.date;
  return last === undefined ? (plan.weeks[0]?.days[0]?.date ?? plan.raceDate) : addDays(last, 1);
};

function standing(
  { kept, request, phaseFrom, startMetres, isNewBase = false }: RebuildTask,
  weeks: number,
  stair: Stair,
  { plan, change, rulebook, summit, before }: ChangeContext,
): Standing {
  const changes = [...(plan.changes ?? []), change];
  const behind = factsOf({ ...plan, weeks: kept, changes }, rulebook);
  return standingOf(
    behind,
    {
      request,
      weeks,
      phaseFrom,
      startMetres,
      isNewBase,
      stair,
      summit: summit(),
      plannedLongMetres: before.peakLongRun?.metres ?? 0,
    },
    rulebook,
  );
}

/**
 * What still holds of the plan as it was, and what is new about the one that was built. Of the longest run the whole
 * plan speaks: a course that begins in the taper has none, and takes none away.
 */
function mergedAdjustments(
  before: readonly Adjustment[],
  built: readonly Adjustment[],
  weeks: readonly PlanWeek[],
): readonly Adjustment[] {
  const known = new Set(before.map(({ wish, given }) => `${wish} ${String(given)}`));
  const isToFinish = [before, built].every((some) => some.some(({ wish }) => wish === "finish"));
  const all = [
    ...before,
    ...built.filter(({ wish, given }) => !known.has(`${wish} ${String(given)}`)),
  ].filter(({ wish }) => wish !== "finish" || isToFinish);
  const last = all.findLast(({ wish }) => wish === "long_run");
  const longRuns = sessionsOf(weeks).filter(({ session }) => session.kind === "long");
  const given = Math.max(0, ...longRuns.map(({ session }) => session.metres));
  return all.flatMap((one): readonly Adjustment[] => {
    if (one.wish !== "long_run") return [one];
    return one === last && given < Number(one.asked) ? [{ ...one, given }] : [];
  });
}
