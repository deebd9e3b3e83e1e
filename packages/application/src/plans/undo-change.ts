import { err, ok, type Result, sameValue } from "@strideiq/engine";
import { type ChangeNote, standingPlan } from "./change-plan.ts";
import { comparePlans } from "./compare-plans.ts";
import type { ChangedPlan, CurrentPlan, PlanChangedMeanwhile, PlanNotFound } from "./plan-change.ts";
import type { LedgerEntry, PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";

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
  PlanNotFound | PlanChangedMeanwhile | ChangeNotFound | ChangeUndoneAlready | ChangeIsNotTheLatest;

export type UndoChange = (
  key: PlanKey,
  changeId: string,
  note: ChangeNote,
) => Promise<Result<ChangedPlan, UndoProblem>>;

type HistoryForUndo = Pick<PlanHistory, "findCurrent" | "findChange" | "findVersion" | "append" | "choose">;

/** Takes a change back: the newest whose effect still stands, or any choice. The ledger keeps both, each naming the other. */
export const createUndoChange =
  ({ history }: { readonly history: HistoryForUndo }): UndoChange =>
  async (key, changeId, note) => {
    const standing = await standingPlan(history, key, note.expected);
    if (!standing.ok) return standing;
    const change = await history.findChange(key, changeId);
    if (change === undefined) return err({ type: "ChangeNotFound" });
    if (change.undoneBy !== null) return err({ type: "ChangeUndoneAlready" });
    const undone = await takeBack(history, key, standing.value, change, note);
    return "type" in undone ? err(undone) : ok(undone);
  };

async function takeBack(
  history: HistoryForUndo,
  key: PlanKey,
  standing: CurrentPlan,
  change: LedgerEntry,
  { actor, reason = `Undone: ${change.reason}`.slice(0, 500) }: ChangeNote,
): Promise<ChangedPlan | PlanChangedMeanwhile | ChangeIsNotTheLatest> {
  const { diff } = change;
  if ("sessionId" in diff) {
    // Another choice for the same session since then has the last word.
    if (standing.choices[diff.sessionId] !== diff.to) return NOT_THE_LATEST;
    const { sessionId, from, to } = diff;
    return history.choose(key, standing, { actor, reason, sessionId, from: to, to: from, undoes: change.id });
  }
  if (!(await standsAgain(history, key, change.toVersion, standing.version))) return NOT_THE_LATEST;
  return restoreBefore(history, key, standing, change, { actor, reason });
}

/** Once all that came later is undone, the plan is the change's own again, under a later number. */
async function standsAgain(
  history: HistoryForUndo,
  key: PlanKey,
  version: number,
  current: number,
): Promise<boolean> {
  if (version === current) return true;
  const [plan, now] = [await history.findVersion(key, version), await history.findVersion(key, current)];
  return plan !== undefined && sameValue(plan, now);
}

const NOT_THE_LATEST: ChangeIsNotTheLatest = { type: "ChangeIsNotTheLatest" };

async function restoreBefore(
  history: HistoryForUndo,
  key: PlanKey,
  standing: CurrentPlan,
  { id, fromVersion }: LedgerEntry,
  { actor, reason }: Required<Pick<ChangeNote, "actor" | "reason">>,
): Promise<ChangedPlan | PlanChangedMeanwhile> {
  const plan = await history.findVersion(key, fromVersion);
  if (plan === undefined) throw new Error(`version ${String(fromVersion)} of plan ${key.planId} is gone`);
  const diff = comparePlans(standing.plan, plan);
  return history.append(key, standing, { kind: "undone", actor, reason, plan, diff, undoes: id });
}
