import type { LongRunInside, SessionKind, Stress, Zone } from "../plan/vocabulary.ts";
import type { Weekday } from "../units/weekday.ts";
import type { RaceReason } from "./race-reason.ts";
import type { LongStep } from "./week-reason.ts";

/** Why a session is this session, on this day. Figures are those of the chosen option. */
export type SessionReason =
  | RaceReason
  | TuneUpRace
  | BlockStep
  | LightSession
  | Rehearsal
  | SpacedDay
  | WishedDay
  | MovedSession
  | DayLimitKept
  | LongStep
  | LongShare
  | LongHours
  | LongInside
  | LongCutback
  | LongTaper
  | EasyAfter
  | EasyBefore
  | EasyDistance
  | SecondLongest
  | Strides
  | TaperTouch
  | RaceEve
  | BesideRunning;

export interface TuneUpRace {
  readonly kind: "tune_up_race";
  readonly law: "H5";
  readonly metres: number;
  readonly daysToRace: number;
}

/** A session's place among those of the same effort in the build weeks of the plan. */
export interface BlockStep {
  readonly kind: "block_step";
  /** The law that asks for the block: it grows (I6), it rehearses (I7), there is enough of it (I8), a week carries it (I4). */
  readonly law: "I6" | "I7" | "I8" | "I4";
  readonly effort: Stress;
  /** The zone that most of the work is run in. */
  readonly zone: Zone;
  /** Long runs climb a block of their own. */
  readonly isLong: boolean;
  readonly step: number;
  readonly steps: number;
  readonly workSeconds: number;
  readonly workMetres: number;
  readonly weekMetres: number;
  readonly share: number;
  /** The longest unbroken piece. */
  readonly pieceSeconds: number;
  /** The step before this one; null at the first. */
  readonly last: LastStep | null;
}

export interface LastStep {
  readonly workSeconds: number;
  readonly pieceSeconds: number;
}

/** In a cutback or the taper: less of what is known. The usual is the last step of the block, where there is one. */
export interface LightSession {
  readonly kind: "light_session";
  readonly law: "V5" | "T4";
  readonly effort: Stress;
  readonly zone: Zone;
  readonly workSeconds: number;
  readonly usualSeconds: number | null;
}

/** The last big block at race pace. */
export interface Rehearsal {
  readonly kind: "rehearsal";
  readonly law: "I7";
  readonly workMetres: number;
  readonly raceMetres: number;
  readonly daysToRace: number;
}

/** The nearest hard or long run on either side. */
export interface SpacedDay {
  readonly kind: "spaced_day";
  readonly law: "H1";
  readonly weekday: Weekday;
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
}

export interface Neighbour {
  readonly session: SessionKind;
  readonly weekday: Weekday;
  readonly metres: number;
  readonly days: number;
}

export interface WishedDay {
  readonly kind: "wished_day";
  readonly wish: "longRunDay";
  readonly weekday: Weekday;
}

/** The athlete put it on this weekday later; a swap moved all sessions of both days. */
export interface MovedSession {
  readonly kind: "moved_session";
  readonly wish: "move" | "swap";
  readonly weekday: Weekday;
  readonly from: Weekday;
}

/** The run fills what its weekday has room for. */
export interface DayLimitKept {
  readonly kind: "day_limit";
  readonly law: "S5";
  readonly weekday: Weekday;
  readonly seconds: number;
  readonly limitSeconds: number;
}

export interface LongShare {
  readonly kind: "long_share";
  readonly law: "L5";
  readonly metres: number;
  readonly weekMetres: number;
  readonly share: number;
}

/** The hours that a long run may take end its growth. */
export interface LongHours {
  readonly kind: "long_hours";
  readonly law: "L6";
  readonly seconds: number;
  readonly limitSeconds: number;
}

/** What makes this long run another one than the last. */
export interface LongInside {
  readonly kind: "long_inside";
  readonly law: "L9";
  readonly inside: LongRunInside;
  readonly workSeconds: number;
}

export interface LongCutback {
  readonly kind: "long_cutback";
  readonly law: "V5";
  readonly metres: number;
  readonly lastMetres: number;
  readonly share: number;
}

export interface LongTaper {
  readonly kind: "long_taper";
  readonly law: "L4";
  readonly metres: number;
  readonly peakMetres: number;
  readonly share: number;
  readonly daysToRace: number;
}

export interface EasyAfter {
  readonly kind: "easy_after";
  readonly law: "L7" | "H1";
  readonly after: Neighbour;
}

export interface EasyBefore {
  readonly kind: "easy_before";
  readonly law: "H1" | "L2";
  readonly before: Neighbour;
}

/** Easy running that only adds distance. */
export interface EasyDistance {
  readonly kind: "easy_distance";
  readonly law: "I1";
  readonly metres: number;
  readonly weekMetres: number;
  readonly easyShare: number;
}

export interface SecondLongest {
  readonly kind: "second_longest";
  readonly law: "L2";
  readonly metres: number;
  readonly longRunMetres: number;
  readonly share: number;
}

export interface Strides {
  readonly kind: "strides";
  readonly rule: "touches";
  readonly pieces: number;
  readonly pieceSeconds: number;
  readonly isUphill: boolean;
}

/** The short faster running that a week of the taper keeps. */
export interface TaperTouch {
  readonly kind: "taper_touch";
  readonly law: "T4";
  readonly workSeconds: number;
  readonly daysToRace: number;
}

/** The run on the day before the race. */
export interface RaceEve {
  readonly kind: "race_eve";
  readonly law: "S2";
  readonly metres: number;
}

/** Cross-training and strength. */
export interface BesideRunning {
  readonly kind: "beside_running";
  readonly rule: "beside_running";
  readonly seconds: number;
}

/** Why a day has no run. Not stored in the plan: a day without sessions has nowhere to keep it. */
export type RestReason = RestNotFree | RestAfter | RestBefore | RestDays | RestAfterRace;

export interface RestNotFree {
  readonly kind: "rest_not_free";
  /** Days that were never free or have too little time, and those that were taken out later. */
  readonly wish: "unavailable" | "dayLimits" | "block_days" | "pause";
  readonly weekday: Weekday;
  readonly limitSeconds: number | null;
}

export interface RestAfter {
  readonly kind: "rest_after";
  readonly law: "L7" | "H1";
  readonly after: Neighbour;
}

export interface RestBefore {
  readonly kind: "rest_before";
  readonly law: "S2" | "H1";
  readonly before: Neighbour;
}

/** The week has its run days on other days. */
export interface RestDays {
  readonly kind: "rest_days";
  readonly law: "S4";
  readonly runDays: number;
  readonly askedDays: number;
}

export interface RestAfterRace {
  readonly kind: "rest_after_race";
  readonly law: "S1";
  readonly days: number;
}
