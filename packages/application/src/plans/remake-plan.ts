import { err, ok, type Plan, type Provenance, type Result } from "@strideiq/engine";
import type { VersionNotFound } from "./change-plan.ts";
import type { Generate } from "./generate-stored-plan.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";

/** Why a plan cannot be made again as it was. */
export const STORED_BECAUSE = [
  "changed_since",
  "other_engine",
  "configuration_gone",
  "plugins_gone",
  "came_out_otherwise",
] as const;
export type StoredBecause = (typeof STORED_BECAUSE)[number];

/** The engine with the rules and plugins that a plan names, or why there is none any more. */
export type EngineAsRecorded = (provenance: Provenance) => Promise<Result<Generate, StoredBecause>>;

/** A version of a plan: made again, the same to the byte, or what was stored of it, and why. */
export interface RemadePlan {
  readonly plan: Plan;
  readonly because: "same_to_the_byte" | StoredBecause;
}

export type RemakePlan = (key: PlanKey, version: number) => Promise<Result<RemadePlan, VersionNotFound>>;

export interface RemakePlanDeps {
  readonly history: Pick<PlanHistory, "findVersion">;
  readonly engineAsRecorded: EngineAsRecorded;
}

/**
 * Makes a version again with what it was made with, and compares every byte. What was changed since rests on what the
 * athlete did and when, and what cannot be made again is what was stored: nothing of a plan is ever lost.
 */
export const createRemakePlan =
  ({ history, engineAsRecorded }: RemakePlanDeps): RemakePlan =>
  async (key, version) => {
    const stored = await history.findVersion(key, version);
    if (stored === undefined) return err({ type: "VersionNotFound", version });
    const fromStore = (because: StoredBecause): Result<RemadePlan, never> => ok({ plan: stored, because });
    if ((stored.changes ?? []).length > 0) return fromStore("changed_since");
    const generate = await engineAsRecorded(stored.provenance);
    if (!generate.ok) return fromStore(generate.error);
    const made = generate.value(stored.request);
    if (!made.ok || JSON.stringify(made.value) !== JSON.stringify(stored))
      return fromStore("came_out_otherwise");
    return ok({ plan: made.value, because: "same_to_the_byte" });
  };
