import { err, ok, type Plan, type Result } from "@strideiq/engine";
import { type ChangeNote, standingPlan } from "./change-plan.ts";
import { comparePlans } from "./compare-plans.ts";
import { firstDayOf } from "./first-day.ts";
import { type GoBackDeps, goBack } from "./go-back.ts";
import { goOnAlike } from "./onward.ts";
import type { ChangedPlan, CurrentPlan, PlanChangedMeanwhile, PlanNotFound } from "./plan-change.ts";
import type { LedgerEntry, PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { ChangeImpossible } from "./rebuild-plan.ts";

export interface ChangeNotFound {
  readonly type: "ChangeNotFound";
}

export interface ChangeUndoneAlready {
  readonly type: "ChangeUndoneAlready";
}

/** Later changes build on it: they are to be undone first, or a version restored. */
export interface ChangeIsNotTheLatest {
  readonly type: "ChangeIsNotTheLatest";
}

export type UndoProblem =
  | PlanNotFound
  | PlanChangedMeanwhile
  | ChangeNotFound
  | ChangeUndoneAlready
  | ChangeIsNotTheLatest
  | ChangeImpossible;

export type UndoChange = (
  key: PlanKey,
  changeId: string,
  note: ChangeNote,
) => Promise<Result<ChangedPlan, UndoProblem>>;

interface UndoDeps extends GoBackDeps {
  readonly history: Pick<PlanHistory, "findCurrent" | "findChange" | "findShown" | "append" | "choose">;
}

/** Takes a change back: the newest whose effect still stands, or any choice. The ledger keeps both, each naming the other. */
export const createUndoChange =
  (deps: UndoDeps): UndoChange =>
  async (key, changeId, note) => {
    const { history } = deps;
    const standing = await standingPlan(history, key, note.expected);
    if (!standing.ok) return standing;
    const change = await history.findChange(key, changeId);
    if (change === undefined) return err({ type: "ChangeNotFound" });
    if (change.undoneBy !== null) return err({ type: "ChangeUndoneAlready" });
    const undone = await takeBack(deps, key, standing.value, change, note);
    return "type" in undone ? err(undone) : ok(undone);
  };

async function takeBack(
  deps: UndoDeps,
  key: PlanKey,
  standing: CurrentPlan,
  change: LedgerEntry,
  { actor, reason = `Undone: ${change.reason}`.slice(0, 500) }: ChangeNote,
): Promise<ChangedPlan | PlanChangedMeanwhile | ChangeIsNotTheLatest | ChangeImpossible> {
  const { history } = deps;
  const { diff } = change;
  if ("sessionId" in diff) {
    // Another choice for the same session since then has the last word.
    if (standing.choices[diff.sessionId] !== diff.to) return NOT_THE_LATEST;
    const { sessionId, from, to } = diff;
    return history.choose(key, standing, { actor, reason, sessionId, from: to, to: from, undoes: change.id });
  }
  if (!(await standsAgain(deps, key, change.toVersion, standing))) return NOT_THE_LATEST;
  return goBackBefore(deps, key, standing, change, { actor, reason });
}

/** Once all that came later is undone, the plan goes on as the change had it, under a later number. */
async function standsAgain(
  { history, clock }: UndoDeps,
  key: PlanKey,
  version: number,
  { plan, version: current }: CurrentPlan,
): Promise<boolean> {
  if (version === current) return true;
  const made = await history.findShown(key, version);
  return made !== undefined && goOnAlike(made, plan, firstDayOf(plan, clock));
}

const NOT_THE_LATEST: ChangeIsNotTheLatest = { type: "ChangeIsNotTheLatest" };

async function goBackBefore(
  deps: UndoDeps,
  key: PlanKey,
  standing: CurrentPlan,
  { id, fromVersion }: LedgerEntry,
  { actor, reason }: Required<Pick<ChangeNote, "actor" | "reason">>,
): Promise<ChangedPlan | PlanChangedMeanwhile | ChangeImpossible> {
  const before: Plan | undefined = await deps.history.findShown(key, fromVersion);
  if (before === undefined) throw new Error(`version ${String(fromVersion)} of plan ${key.planId} is gone`);
  const back = goBack(deps, standing, before, "undo");
  if (!back.ok) return back.error;
  const plan = back.value;
  const diff = comparePlans(standing.plan, plan);
  return deps.history.append(key, standing, { kind: "undone", actor, reason, plan, diff, undoes: id });
}
