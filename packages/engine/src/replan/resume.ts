import type { ChangeContext, Draft } from "./context.ts";
import { courseStart, phaseAfter, weeksBefore } from "./race-date.ts";
import { rebuiltDrafts } from "./rebuild.ts";

/** Hard sessions come back with weeks built anew; where there is no time for that the plan stays easy. */
export function* resumeDrafts(context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const adjustments = plan.adjustments.filter(({ law }) => law !== "C5");
  const kept = weeksBefore(courseStart(context), context);
  const task = { kept, request: plan.request, phaseFrom: phaseAfter(kept), startMetres: null };
  for (const draft of rebuiltDrafts(task, context))
    yield { ...draft, adjustments: (draft.adjustments ?? []).filter(({ law }) => law !== "C5") };
  yield { weeks: plan.weeks, adjustments };
}
