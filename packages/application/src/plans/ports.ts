import type { CalendarDate, PlanRequest } from "@strideiq/engine";
import type { JobTrace } from "../jobs/job.ts";
import type { CalendarEntry, GenerationOutcome, PlanKey, PlanReading } from "./plan-record.ts";

export interface AcceptTerms {
  /** Whether the plan uses up a single plan that its athlete holds. */
  readonly spendsPlan?: boolean;
  /** Until when a newcomer is known here, who is stored as a guest with the plan. */
  readonly guestUntil?: Date;
}

export interface PlanRepository {
  /**
   * Stores the request and its generation job, both or neither; what is stored already stays as it is. A newcomer
   * is stored with them. A plan that has to be paid for uses up one that the athlete holds, at once with it: false,
   * and nothing stored, without one.
   */
  readonly accept: (
    key: PlanKey,
    request: PlanRequest,
    trace: JobTrace,
    terms?: AcceptTerms,
  ) => Promise<boolean>;
  /**
   * The request of a plan that is still to be generated; undefined when it is settled or unknown. Whoever watches the
   * job hears that it is read.
   */
  readonly findUnsettled: (key: PlanKey, trace?: JobTrace) => Promise<PlanRequest | undefined>;
  /** Tells whoever watches the job that the plan is made and judged. */
  readonly tellMade: (key: PlanKey, trace: JobTrace) => Promise<void>;
  /**
   * Stores the outcome with everything that belongs to it, at once. False, and nothing stored,
   * when the plan was settled already: a job may run twice.
   */
  readonly settle: (
    key: PlanKey,
    outcome: GenerationOutcome,
    milliseconds: number,
    trace?: JobTrace,
  ) => Promise<boolean>;
  readonly find: (key: PlanKey) => Promise<PlanReading | undefined>;
}

export interface CalendarRepository {
  /** Sessions from the first to the last day, both included, in order. A day belongs to its newest plan. */
  readonly findEntries: (
    athleteId: string,
    from: CalendarDate,
    to: CalendarDate,
  ) => Promise<readonly CalendarEntry[]>;
}

export interface Clock {
  /** The moment it is. It may jump, forwards and back: what must only grow is `milliseconds`. */
  readonly now: () => Date;
  /** The day it is in the zone (IANA name); undefined when there is no such zone. */
  readonly today: (timeZone: string) => CalendarDate | undefined;
  /** Milliseconds that only ever grow, for measuring. */
  readonly milliseconds: () => number;
}

/** Ids that sort by the moment they were made (UUIDv7). */
export type NewId = () => string;
