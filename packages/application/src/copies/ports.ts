import type { Papers, Visitor } from "../accounts/visitor.ts";
import type { PlanReading } from "../plans/plan-record.ts";

/** What makes copies of stored things wrong. */
export type CopyChange =
  | { readonly type: "plan"; readonly planId: string }
  /** An account, or an athlete. */
  | { readonly type: "person"; readonly id: string }
  /** Nobody listened for a while: anything may be another by now. */
  | { readonly type: "unknown" };

/** Hears of every change that is stored, whoever stores it, from when it is called on. */
export type HearOfChanges = (onChange: (change: CopyChange) => void) => Hearing;

export interface Hearing {
  /** Whether everything that changed up to a moment ago has been told. Copies must not be used without. */
  readonly isHearing: () => boolean;
  /** Resolves when everything that was stored before has been told, or nothing is heard at all. */
  readonly caughtUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A finished plan and who reads it. */
export interface PlanInHand {
  readonly visitor: Visitor;
  readonly plan: Extract<PlanReading, { readonly state: "ready" }>;
}

/** Finds a plan of whoever has these papers without waiting for anything; undefined says nothing. */
export type FindPlanInHand = (papers: Papers, planId: string) => PlanInHand | undefined;
