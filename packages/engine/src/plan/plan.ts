import type { PlanRequest } from "../athlete/request.ts";
import type { Reason } from "../reason/reason.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { Adjustment } from "./adjustment.ts";
import type { Contrast } from "./contrast.ts";
import type { PlanChange } from "./plan-change.ts";
import type {
  PacedZone,
  Phase,
  Quantity,
  RaceDistance,
  SessionKind,
  VolumeTier,
  WeekKind,
  Zone,
} from "./vocabulary.ts";
import type { WorkoutCard } from "./workout-card.ts";

export type { Adjustment } from "./adjustment.ts";
export type { WorkoutCard } from "./workout-card.ts";

/** The name and version of the plan document; a reader refuses what it does not know. */
export const PLAN_SCHEMA = "strideiq.plan/1";

/** A training plan for one goal race: the document that is stored, shown, checked and handed out. */
export interface Plan {
  readonly schema: typeof PLAN_SCHEMA;
  readonly distance: RaceDistance;
  readonly tier: VolumeTier;
  /** Run days of a build week, after what the wish can carry. The wish itself is in `request`. */
  readonly daysPerWeek: number;
  readonly raceDate: CalendarDate;
  readonly request: PlanRequest;
  /** Null when no race result is known: then effort words only, and no number is shown as a pace. */
  readonly paces: TrainingPaces | null;
  /** Running Performance Index that the paces come from. */
  readonly rpi: number | null;
  /** What the race result says of the goal race; absent without one, and in plans of old. */
  readonly prediction?: RacePrediction;
  readonly provenance: Provenance;
  /** In their order, each with its reasons. */
  readonly phases: readonly PlanPhase[];
  readonly weeks: readonly PlanWeek[];
  /** The library's definitions that this plan uses, by id: with them it explains itself. */
  readonly workouts: Readonly<Record<string, WorkoutCard>>;
  /** Where the wish gave way, to which law. Empty when the plan is the wish. */
  readonly adjustments: readonly Adjustment[];
  readonly certificate: Certificate;
  /** Every change since the plan was made, oldest first; absent where there was none. */
  readonly changes?: readonly PlanChange[];
}

/** Everything that decided this plan beside the request; equal inputs and provenance give an equal plan. */
export interface Provenance {
  readonly engine: string;
  readonly rulebook: string;
  readonly plugins: Readonly<Record<string, string>>;
}

/** A pace range in seconds per kilometre; `fast` is the smaller number. */
export interface PaceRange {
  readonly fast: number;
  readonly slow: number;
}

/** A race time in whole seconds, and between which times most such races lie. */
export interface RacePrediction {
  readonly seconds: number;
  readonly fastSeconds: number;
  readonly slowSeconds: number;
}

export type TrainingPaces = Readonly<Record<PacedZone, PaceRange>>;

/** A span of weeks with one purpose. */
export interface PlanPhase {
  readonly phase: Phase;
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly why: readonly Reason[];
}

export interface PlanWeek {
  /** 1-based, as the athlete counts. */
  readonly week: number;
  readonly phase: Phase;
  readonly kind: WeekKind;
  /** All running of the week, the race included. */
  readonly targetMetres: number;
  readonly days: readonly PlanDay[];
  /** Absent only in weeks that are no part of a finished plan. */
  readonly why?: readonly Reason[];
}

export interface PlanDay {
  readonly date: CalendarDate;
  readonly sessions: readonly Session[];
}

export interface Session {
  /** Unique in the plan, given once, never changed by a move, never reused. */
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: string;
  /** Id of its definition, see `Plan.workouts`; races and sessions written by hand have none. */
  readonly workout?: string;
  readonly quality: boolean;
  readonly metres: number;
  readonly seconds: number;
  /** Distances follow from a planning pace, not from a result: they serve volume, and are no target. */
  readonly estimated?: true;
  readonly steps: readonly Step[];
  readonly optionB?: SessionOption;
  readonly chosen: "a" | "b";
  /** In what option B differs from A; absent without one, and in sessions that are no part of a finished plan. */
  readonly contrast?: Contrast;
  /** Absent only in sessions that are no part of a finished plan. */
  readonly why?: readonly Reason[];
}

export interface SessionOption {
  readonly kind: SessionKind;
  readonly title: string;
  readonly workout?: string;
  readonly metres: number;
  readonly seconds: number;
  readonly steps: readonly Step[];
}

export type Step = SingleStep | RepeatStep;

export interface SingleStep {
  readonly zone: Zone;
  /** What is prescribed; the other of `metres` and `seconds` is derived. */
  readonly by: "distance" | "time";
  readonly metres: number;
  readonly seconds: number;
  /** The effort in words, where a zone alone does not say it: "uphill, strong", "floating". */
  readonly effort?: string;
}

export interface RepeatStep {
  readonly repeat: number;
  readonly steps: readonly Step[];
}

export interface Certificate {
  readonly laws: readonly LawVerdict[];
}

export type Verdict = "pass" | "flag" | "breach" | "not_applicable";

export interface LawVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  readonly measured?: number;
  readonly limit?: number;
  /** What `measured` and `limit` count; there whenever `measured` is. */
  readonly quantity?: Quantity;
  /** The weeks, 1-based, that were flagged or broke the law. */
  readonly weeks?: readonly number[];
  readonly why?: string;
}

export const isRepeat = (step: Step): step is RepeatStep => "repeat" in step;
