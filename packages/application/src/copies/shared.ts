import type { PlanKey } from "../plans/plan-record.ts";

/**
 * A place outside of all processes where the answers to readers of plans may lie. It may be gone, slow, empty or wrong
 * at any moment: nothing in it is used that the database does not vouch for.
 */
export interface SharedAnswers {
  /** Whether it is worth asking. */
  readonly isThere: () => boolean;
  /** What lies there under a plan, whatever that is. */
  readonly read: (planId: string) => Promise<Uint8Array | undefined>;
  readonly write: (planId: string, answer: Uint8Array) => void;
  readonly forget: (planId: string) => void;
}

/** Where a finished plan stands, and the SHA-256 of the answer that its readers get. */
export interface StandingPlan {
  readonly version: number;
  readonly revision: number;
  readonly digest: Uint8Array;
}

/** Asks the database where a plan of this athlete stands; undefined for one that is no finished plan of theirs. */
export type FindStanding = (key: PlanKey) => Promise<StandingPlan | undefined>;
