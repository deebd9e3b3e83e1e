import type { Plan } from "@strideiq/engine";
import type { PlanComparison } from "./compare-plans.ts";
import type {
  Actor,
  ChangedPlan,
  ChoiceChange,
  CurrentPlan,
  PlanChangedMeanwhile,
  VersionChange,
} from "./plan-change.ts";
import type { PlanKey } from "./plan-record.ts";
import type { Page } from "../page.ts";

/** One version in a list. */
export interface VersionSummary {
  readonly version: number;
  /** What made it: `generated`, `restored`. */
  readonly reason: string;
  readonly createdAt: Date;
}

/** One line of the ledger: who changed what, why, and what took it back. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: string;
  readonly actor: Actor;
  readonly reason: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly revision: number;
  readonly diff: PlanComparison | OptionDifference;
  readonly undoneBy: string | null;
  readonly createdAt: Date;
}

/** What the ledger keeps of a choice. */
export interface OptionDifference {
  readonly sessionId: string;
  readonly from: "a" | "b";
  readonly to: "a" | "b";
}

/** The versions of plans and the ledger of their changes. Nothing in it is ever overwritten. */
export interface PlanHistory {
  readonly findCurrent: (key: PlanKey) => Promise<CurrentPlan | undefined>;
  /** As it was stored. */
  readonly findVersion: (key: PlanKey, version: number) => Promise<Plan | undefined>;
  /** With the choices applied: they are of the plan, whichever version of it is shown. */
  readonly findShown: (key: PlanKey, version: number) => Promise<Plan | undefined>;
  /** Newest first, those below a version; undefined when there is no such plan. */
  readonly listVersions: (key: PlanKey, page: Page<number>) => Promise<readonly VersionSummary[] | undefined>;
  /** Newest first, those below a revision; undefined when there is no such plan. */
  readonly listChanges: (key: PlanKey, page: Page<number>) => Promise<readonly LedgerEntry[] | undefined>;
  readonly findChange: (key: PlanKey, changeId: string) => Promise<LedgerEntry | undefined>;
  /** Stores a new version with its line of the ledger, if the plan still stands as it was read. */
  readonly append: (
    key: PlanKey,
    standing: CurrentPlan,
    change: VersionChange,
  ) => Promise<ChangedPlan | PlanChangedMeanwhile>;
  /** Stores a choice with its line of the ledger, if the plan still stands as it was read. */
  readonly choose: (
    key: PlanKey,
    standing: CurrentPlan,
    change: ChoiceChange,
  ) => Promise<ChangedPlan | PlanChangedMeanwhile>;
}
