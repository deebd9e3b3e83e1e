import type { ChangeFacts, PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { CHANGE_UNKNOWN, NO_CHANGE } from "./change-law.ts";
import { atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["C3"];

export const afterAnOverLongRun = defineLaw({
  id: "C3",
  name: "after-an-over-long-run",
  sentence: "A run far longer than planned, or than the month before it, lowers the next long run.",
  reason: "Whoever ran too far needs room to mend; taking it as new strength is how runners get hurt.",
  severity: "must",
  quantity: "distance",
  shape: "change",
  judge: (facts, limits) => {
    const { change } = facts;
    if (change === null) return NO_CHANGE;
    if (change.before === null) return CHANGE_UNKNOWN;
    if (overLongRuns(facts, change, change.before, limits).length === 0)
      return notApplicable("no run was over-long");
    const next = nextLongRun(facts, change);
    const planned = nextLongRun(change.before, change);
    if (next === null || planned === null) return notApplicable("no long run is left");
    return judgementOf(
      [atMost(next.metres, planned.metres * limits.nextShareMax, "breach", { week: next.week })],
      "",
    );
  },
});

const nextLongRun = (facts: PlanFacts, { from }: ChangeFacts): RunFacts | null =>
  facts.longRuns.find((run) => run.epochDay >= from) ?? null;

/**
 * Runs of the last days that went far beyond what was planned for a long run, or beyond every run of the
 * month before them. A run that was told of before has had its answer.
 */
export function overLongRuns(
  after: PlanFacts,
  { from, last }: ChangeFacts,
  before: PlanFacts,
  limits: Limits,
): readonly RunFacts[] {
  const told = new Set(last.done?.sessions.map(({ session }) => session) ?? []);
  const extra = new Set(last.done?.extra.map(({ date }) => date) ?? []);
  const planned = new Map(before.runs.map((run): readonly [string, RunFacts] => [run.session.id, run]));
  return after.runs.filter((run) => {
    if (run.epochDay >= from || run.epochDay < from - limits.backDays) return false;
    const plannedMetres = planned.get(run.session.id)?.metres ?? 0;
    if (!told.has(run.session.id) && !(plannedMetres === 0 && extra.has(run.date))) return false;
    const overPlan = run.kind === "long" && run.metres > plannedMetres * limits.overPlanShare;
    const longest = longestBefore(run, after, limits.days);
    return (
      overPlan || (longest > 0 && run.metres > Math.max(longest * limits.overLongestShare, plannedMetres))
    );
  });
}

function longestBefore(run: RunFacts, { runs, knownLongestMetres, days }: PlanFacts, within: number): number {
  const earlier = runs
    .filter((other) => other.epochDay < run.epochDay && other.epochDay >= run.epochDay - within)
    .map((other) => other.metres);
  const start = (days[0]?.epochDay ?? 0) >= run.epochDay - within ? (knownLongestMetres ?? 0) : 0;
  return Math.max(start, ...earlier);
}
