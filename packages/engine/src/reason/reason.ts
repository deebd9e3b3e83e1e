import type { Adjustment } from "../plan/adjustment.ts";
import type { AthleteReason, PhaseReason } from "./phase-reason.ts";
import type { RestReason, SessionReason } from "./session-reason.ts";
import type { WeekReason } from "./week-reason.ts";

/**
 * Why something stands in a plan, as data: the law, rule or wish that decided, and the numbers that went
 * in. Words are made from it at the edge, last.
 */
export type Reason = PhaseReason | AthleteReason | WeekReason | SessionReason | RestReason | Adjusted;

/** A wish gave way here. */
export interface Adjusted extends Adjustment {
  readonly kind: "adjusted";
}

export type ReasonKind = Reason["kind"];

/** What decided: a law by its id, a rule of the configuration, or a field of the request. */
export type Authority = { readonly law: string } | { readonly rule: string } | { readonly wish: string };
