import { returnRowOf } from "../checks/return-row.ts";
import { factsOf } from "../plan/facts.ts";
import type { Adjustment, PlanWeek } from "../plan/plan.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { openGapOf } from "./adapt.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { gapDrafts } from "./pause.ts";
import { courseStart, phaseAfter, weeksBefore } from "./race-date.ts";
import { rebuiltDrafts } from "./rebuild.ts";

/** Hard sessions come back with weeks built anew; where there is no time for that the plan stays easy. */
export function* resumeDrafts(context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  yield* backFromBreak(context);
  const kept = weeksBefore(afterReturn(courseStart(context), plan.weeks), context);
  const task = { kept, request: plan.request, phaseFrom: phaseAfter(kept), startMetres: null };
  for (const draft of rebuiltDrafts(task, context))
    yield { ...draft, adjustments: (draft.adjustments ?? []).filter(isOfThePlan) };
  yield { weeks: plan.weeks, adjustments: plan.adjustments.filter(isOfThePlan) };
}

/** Law C2: being well again does not shorten a way back that has begun; its weeks of return are run to their end. */
function afterReturn(start: CalendarDate, weeks: readonly PlanWeek[]): CalendarDate {
  const week = weeks.find(({ days }) => days[0]?.date === start);
  return week?.kind === "return" ? afterReturn(addDays(start, 7), weeks) : start;
}

const isOfThePlan = ({ law }: Adjustment): boolean => law !== "C5";

/** Law C2: after a break that takes weeks of return these come first, the hard sessions in the course after them. */
function* backFromBreak(context: ChangeContext): Iterable<Draft> {
  const { plan, change, rulebook, before } = context;
  const facts = factsOf({ ...plan, changes: [...(plan.changes ?? []), change] }, rulebook, before);
  const gap = openGapOf(facts, context);
  if (gap === null) return;
  const row = returnRowOf(gap.days, rulebook.laws.C2);
  if (row === null || row.weekShare === null) return;
  const adjustments = plan.adjustments.filter(isOfThePlan);
  yield* gapDrafts(gap, plan.request, { ...context, plan: { ...plan, adjustments } });
}
