import type { LawLimits } from "../rulebook/law-limits.ts";
import type { HorizonRules, RaceRules } from "../rulebook/rulebook.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { Weekday } from "../units/weekday.ts";
import type { Doses } from "./doses.ts";
import type { Piece } from "./pieces.ts";
import type { PlanChange } from "./plan-change.ts";
import type { Plan, PlanWeek, Session } from "./plan.ts";
import type { ByDistance, Ground, SessionKind } from "./vocabulary.ts";

/** A plan that has neither been judged nor explained yet. */
export type PlanUnderLaw = Omit<Plan, "certificate" | "phases" | "workouts"> & {
  /** There once the plan is explained. */
  readonly phases?: Plan["phases"];
};

/** The part of the rulebook that judging a plan needs. */
export interface LawRules {
  readonly laws: LawLimits;
  readonly races: ByDistance<Pick<RaceRules, "metres" | "weeksMin" | "shortHorizon" | "smallWeek">>;
  readonly horizon: Pick<HorizonRules, "weeksMin">;
}

/** One way of running a session: as option A or as option B. */
export interface OptionFacts {
  readonly kind: SessionKind;
  readonly metres: number;
  readonly seconds: number;
  readonly doses: Doses;
  /** In the order in which they are run, repeats written out. */
  readonly pieces: readonly Piece[];
  readonly title: string;
  readonly ground: Ground;
}

/** A run on its day. The figures are those of the chosen option. */
export interface RunFacts extends OptionFacts {
  readonly session: Session;
  /** Number of its calendar week, as the plan counts. */
  readonly week: number;
  readonly date: CalendarDate;
  readonly weekday: Weekday;
  /** Days since 1970-01-01: the day before is one less. */
  readonly epochDay: number;
  /** 0 on race day, negative after it. */
  readonly daysToRace: number;
  readonly quality: boolean;
  readonly isGoalRace: boolean;
  /** All options of the session, the chosen one first. */
  readonly options: readonly OptionFacts[];
  /** Option A. The shape of a block is judged by it: a choice changes a session, never the block. */
  readonly written: OptionFacts;
  readonly metresLeast: number;
  readonly metresMost: number;
}

export interface DayFacts {
  readonly date: CalendarDate;
  readonly weekday: Weekday;
  readonly epochDay: number;
  readonly daysToRace: number;
  readonly week: number;
  readonly sessions: readonly Session[];
  readonly runs: readonly RunFacts[];
  readonly quality: boolean;
}

/** A calendar week. Distances leave the goal race out where nothing else is said. */
export interface WeekFacts {
  readonly number: number;
  readonly source: PlanWeek;
  readonly days: readonly DayFacts[];
  /** Longest first, the goal race left out. */
  readonly runs: readonly RunFacts[];
  readonly metres: number;
  readonly metresLeast: number;
  readonly metresMost: number;
  /** What counts against the running before the plan: the walks of a builder are left out. */
  readonly runMetresLeast: number;
  readonly runMetresMost: number;
  readonly raceMetres: number;
  /** Days with a run, the goal race included. */
  readonly runDays: number;
  readonly qualityDays: number;
  /** The longest session of kind `long`. */
  readonly longRun: RunFacts | null;
  readonly tuneUp: RunFacts | null;
  /** Some of its days lie in the seven days that end on race day. */
  readonly touchesRaceWeek: boolean;
}

/** Everything that laws measure, reckoned once per plan. */
export interface PlanFacts {
  readonly plan: PlanUnderLaw;
  readonly rules: LawRules;
  readonly days: readonly DayFacts[];
  /** By days since 1970-01-01. */
  readonly dayAt: ReadonlyMap<number, DayFacts>;
  /** In the order of the plan, the goal race included. */
  readonly runs: readonly RunFacts[];
  readonly weeks: readonly WeekFacts[];
  /** Weeks as planned that end on the race's weekday; index 0 ends on race day. They begin with the present course. */
  readonly raceWeeks: readonly RaceWeekFacts[];
  /** Sessions of kind `long`, in order. */
  readonly longRuns: readonly RunFacts[];
  readonly peakLongRun: RunFacts | null;
  readonly peakWeekMetres: number;
  /** Seconds per metre at the midpoint of easy; null where the plan holds no easy running. */
  readonly easyPace: number | null;
  /** Mean weekly metres of the last four weeks before the plan. */
  readonly knownWeeklyMetres: number | null;
  /** Longest run of the last thirty days before the plan. */
  readonly knownLongestMetres: number | null;
  /** The days as they were planned, however those that are past were run. */
  readonly plannedDays: readonly DayFacts[];
  /** The first seven days as planned: they say whom a plan is for where nothing is known. */
  readonly opening: { readonly metres: number; readonly longestMetres: number };
  /** Complete weeks that the plan has to race day, wherever the calendar cuts them. */
  readonly fullWeeks: number;
  /** What changed since the plan was made; null in a plan as it was made. */
  readonly change: ChangeFacts | null;
}

/** Seven days counted back from the race, wherever the calendar cuts its weeks. */
export interface RaceWeekFacts {
  /** Weeks to race week; 0 ends on race day. */
  readonly index: number;
  readonly days: readonly DayFacts[];
  /** Without the goal race. */
  readonly metres: number;
  readonly metresLeast: number;
  readonly metresMost: number;
  /** Days with a run, the goal race included. */
  readonly runDays: number;
  /** All seven days lie in the plan. */
  readonly complete: boolean;
  /** Numbers of the calendar weeks that it touches. */
  readonly weekNumbers: readonly number[];
}

/** Days without running that were not planned to be so. */
export interface Break {
  /** The first and the last day that was lost. */
  readonly first: number;
  readonly last: number;
  /** Days without a run, those of rest before the first and after the last among them. */
  readonly days: number;
  /** The first day that may be run on again. */
  readonly back: number;
  /** The day of the first run back. */
  readonly firstRun: number;
}

/** Days since 1970-01-01 from which on pain or illness suspended quality, and on which it was taken up again. */
export interface Suspension {
  readonly first: number;
  /** Infinity where nobody has said resume yet. */
  readonly end: number;
}

/** What the changes of a plan mean for those who judge it. Days are counted since 1970-01-01. */
export interface ChangeFacts {
  readonly changes: readonly PlanChange[];
  readonly last: PlanChange;
  readonly from: number;
  /** Blocked or paused. */
  readonly closed: ReadonlySet<number>;
  /** Planned runs of these days were all skipped. */
  readonly missed: ReadonlySet<number>;
  /** Days that were run otherwise than planned. */
  readonly otherwise: ReadonlySet<number>;
  /** Days whose sessions the athlete put there, or took from there. */
  readonly arranged: ReadonlySet<number>;
  /** Days on which anything went otherwise than the plan had it: all of these. */
  readonly disturbed: readonly number[];
  /** Breaks that end after the last change, or that no run has followed yet. */
  readonly breaks: readonly Break[];
  /** Breaks of any time, the first one first. */
  readonly everyBreak: readonly Break[];
  /** Those of them that ask for a new base, the first one first. */
  readonly longBreaks: readonly Break[];
  /** The first day on which training was really lost: what cannot be made up for is shown from its week on. */
  readonly lostFrom: number | null;
  /** The first day on which a wished week once more took the place of another; null where none did. */
  readonly repeatedFrom: number | null;
  /** The first day that came out other than planned at all; null where none did, or where that is to excuse nothing. */
  readonly differentFrom: number | null;
  /** The last change chose another race day, and no break of a week or longer forced it. */
  readonly isRaceChosen: boolean;
  /** First days of all courses that the plan was built anew for. */
  readonly courseStarts: readonly number[];
  /** The first day of the course that leads to the race since the plan had to be built anew. */
  readonly courseFrom: number | null;
  /** Weeks of return, by number, that follow on something that was lost or run otherwise. */
  readonly returning: ReadonlySet<number>;
  /** Quality is suspended, and has not been resumed. */
  readonly isSuspended: boolean;
  /** Every time of pain or illness, resumed or not. */
  readonly suspensions: readonly Suspension[];
  /** The plan before the last change, where it is at hand. */
  readonly before: PlanFacts | null;
}
