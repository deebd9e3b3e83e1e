import type { CalendarDate } from "../units/calendar-date.ts";
import type { Weekday } from "../units/weekday.ts";

/** What an athlete wants otherwise from a day on. `adapt` asks for nothing: it follows from what was done. */
export type ChangedWish =
  | MoveWish
  | SwapWish
  | { readonly kind: "block_days"; readonly days: readonly CalendarDate[] }
  | PauseWish
  | RepeatWish
  | { readonly kind: "long_run_day"; readonly weekday: Weekday }
  | { readonly kind: "race_date"; readonly date: CalendarDate }
  | { readonly kind: "adapt" }
  | { readonly kind: "resume" };

/** The race day that a wish asks for; null where it leaves the race where it is. */
export const raceWishedIn = (wish: ChangedWish): CalendarDate | null =>
  wish.kind === "race_date" ? wish.date : "raceDate" in wish ? (wish.raceDate ?? null) : null;

/** One session to another day. `respace` lets the other sessions of its week make room. */
export interface MoveWish {
  readonly kind: "move";
  readonly session: string;
  readonly to: CalendarDate;
  readonly respace?: true;
}

/** All sessions of two days change places. */
export interface SwapWish {
  readonly kind: "swap";
  readonly days: readonly [CalendarDate, CalendarDate];
  readonly respace?: true;
}

/** No running from the first to the last day; sessions in between are given up, not made up for. */
export interface PauseWish {
  readonly kind: "pause";
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** The race on another day, where the old one would come too soon after the break. */
  readonly raceDate?: CalendarDate;
}

/** A week once more, in place of the one that would come next. */
export interface RepeatWish {
  readonly kind: "repeat_week";
  readonly week: number;
  readonly raceDate?: CalendarDate;
}

/** What happened to the days behind a change. A session that is not named was run as planned. */
export interface Done {
  readonly sessions: readonly SessionDone[];
  readonly extra: readonly ExtraRun[];
  readonly health: HealthMark | null;
  /** What speaks for a higher index: laws ask for it before any pace may rise. */
  readonly evidence: readonly PaceEvidence[];
}

export type SessionDone =
  | { readonly session: string; readonly status: "skipped" }
  | {
      readonly session: string;
      readonly status: "done";
      readonly metres: number;
      readonly seconds: number;
    };

/** A run that no plan asked for. */
export interface ExtraRun {
  readonly date: CalendarDate;
  readonly metres: number;
  readonly seconds: number;
}

/** `caution` says nothing of why: walking and easy running only were asked for. */
export const HEALTH_KINDS = ["pain", "illness", "red_flag", "caution"] as const;

/** Pain, illness, a red-flag answer or asked-for caution: hard running stops until the athlete says otherwise. */
export interface HealthMark {
  readonly kind: (typeof HEALTH_KINDS)[number];
  readonly date: CalendarDate;
}

/** Whether it says what was wrong, and not only that easy running was asked for. */
export const tellsOfHealth = (done: { readonly health: Pick<HealthMark, "kind"> | null } | null): boolean =>
  done !== null && done.health !== null && done.health.kind !== "caution";

export const EVIDENCE_KINDS = ["race", "time_trial", "sign"] as const;

export interface PaceEvidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly date: CalendarDate;
}

/** One change of a plan, as its document remembers it. */
export interface PlanChange {
  /** The first day that could change; everything before it is past. */
  readonly from: CalendarDate;
  readonly wish: ChangedWish;
  /** The day that a moved session came from. */
  readonly movedFrom: CalendarDate | null;
  readonly done: Done | null;
  /** The index before the change; null without a race result. */
  readonly rpi: number | null;
  /** The highest number that an id of this plan has ever had: ids are given once. */
  readonly idsGiven: number;
}
