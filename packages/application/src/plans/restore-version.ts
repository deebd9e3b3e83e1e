import { err, ok } from "@strideiq/engine";
import { type ChangeNote, type ChangeOutcome, standingPlan, type VersionNotFound } from "./change-plan.ts";
import { comparePlans } from "./compare-plans.ts";
import { type GoBackDeps, goBack } from "./go-back.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { ChangeImpossible } from "./rebuild-plan.ts";

export type RestoreVersion = (
  key: PlanKey,
  version: number,
  note: ChangeNote,
) => ChangeOutcome<VersionNotFound | ChangeImpossible>;

type HistoryForChange = Pick<PlanHistory, "findCurrent" | "findShown" | "append">;

/**
 * Makes what lies ahead as an earlier version has it, as a version of its own. Nothing between them is lost, and what
 * was run stays what it was.
 */
export const createRestoreVersion =
  ({ history, ...deps }: GoBackDeps & { readonly history: HistoryForChange }): RestoreVersion =>
  async (key, version, { expected, actor, reason }) => {
    const standing = await standingPlan(history, key, expected);
    if (!standing.ok) return standing;
    const { plan } = standing.value;
    const wanted = await history.findShown(key, version);
    if (wanted === undefined) return err({ type: "VersionNotFound", version });
    const restored = goBack(deps, standing.value, wanted, "restore");
    if (!restored.ok) return restored;
    const appended = await history.append(key, standing.value, {
      kind: "restored",
      actor,
      reason: reason ?? `Version ${String(version)} restored`,
      plan: restored.value,
      diff: comparePlans(plan, restored.value),
    });
    return "type" in appended ? err(appended) : ok(appended);
  };
