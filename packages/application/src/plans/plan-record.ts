import type { CalendarDate, Phase, Plan, PlanRequest, Refusal, SessionKind } from "@strideiq/engine";

/** Whose data a lookup is about. There is no lookup without it. */
export interface AthleteScope {
  readonly athleteId: string;
}

/** One plan of one athlete: nobody looks a plan up without saying whose it is. */
export interface PlanKey extends AthleteScope {
  readonly planId: string;
}

/** How a generation ended. A refusal is an answer; a failure is a defect of ours. */
export type GenerationOutcome =
  | { readonly state: "ready"; readonly plan: Plan }
  | { readonly state: "refused"; readonly refusal: Refusal }
  | { readonly state: "failed"; readonly failure: string };

/** A plan as its athlete finds it. */
export type PlanReading =
  /** The job is null for a plan that an older server accepted. */
  | { readonly state: "generating"; readonly jobId: string | null }
  | {
      readonly state: "ready";
      readonly version: number;
      /** Counts every change that a reader can see: versions and choices. */
      readonly revision: number;
      /** The rendered answer, gzipped JSON, as it was written with the plan. */
      readonly snapshot: Uint8Array;
    }
  | { readonly state: "refused"; readonly request: PlanRequest; readonly refusal: Refusal }
  | { readonly state: "failed"; readonly failure: string };

/** One session on the calendar. */
export interface CalendarEntry {
  readonly planId: string;
  readonly sessionId: string;
  readonly date: CalendarDate;
  readonly week: number;
  readonly phase: Phase;
  readonly kind: SessionKind;
  readonly title: string;
  readonly quality: boolean;
  readonly metres: number;
  readonly seconds: number;
  readonly estimated: boolean;
}
