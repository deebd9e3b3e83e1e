import type { CalendarDate, Plan, PlanWeek, Session, SessionOption } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";
import type { TalesBySession } from "./data/edit.ts";
import { type DayNotes, dayNotesOf } from "./day-notes.ts";
import { unrolled } from "./profile.ts";
import { metresDone, movedFrom, secondsDone } from "./session-state.ts";
import { STIMULI, type Stimulus, stimulusOf } from "./stimulus.ts";

/** What a week comes to, as the summary column and the ribbon show it. */
export interface WeekTotals {
  readonly metres: number;
  readonly seconds: number;
  readonly runs: number;
  /** Time faster than steady, in seconds. */
  readonly fastSeconds: number;
  readonly longest: SessionOption | null;
  /** Metres by stimulus, in the order of the colours; zeros left out. */
  readonly mix: readonly { readonly stimulus: Stimulus; readonly metres: number }[];
}

const sessionsOf = (week: PlanWeek): readonly Session[] => week.days.flatMap(({ sessions }) => sessions);

const isRun = ({ metres }: SessionOption): boolean => metres > 0;
const FAST: readonly Stimulus[] = ["threshold", "interval", "race-pace", "race"];

/** Sums a week as chosen. */
export function totalsOf(week: PlanWeek): WeekTotals {
  const chosen = sessionsOf(week).map(chosenOf);
  const runs = chosen.filter(isRun);
  const stretches = chosen.flatMap(({ kind, steps }) =>
    unrolled(steps).map((step) => ({ ...step, stimulus: stimulusOf(step.zone, kind) })),
  );
  const metresOf = (stimulus: Stimulus): number =>
    stretches.reduce((sum, step) => sum + (step.stimulus === stimulus ? step.metres : 0), 0);
  return {
    metres: sum(runs, ({ metres }) => metres),
    seconds: sum(runs, ({ seconds }) => seconds),
    runs: runs.length,
    fastSeconds: stretches.reduce((s, step) => s + (FAST.includes(step.stimulus) ? step.seconds : 0), 0),
    longest: runs.reduce<SessionOption | null>(
      (longest, run) => (longest === null || run.metres > longest.metres ? run : longest),
      null,
    ),
    mix: STIMULI.map((stimulus) => ({ stimulus, metres: metresOf(stimulus) })).filter(
      ({ metres }) => metres > 0,
    ),
  };
}

const sum = (runs: readonly SessionOption[], valueOf: (run: SessionOption) => number): number =>
  runs.reduce((total, run) => total + valueOf(run), 0);

/** A plan with the totals of its weeks, reckoned once for everything that draws it. */
export interface Overview {
  readonly plan: Plan;
  readonly weeks: readonly WeekOverview[];
  /** Set without a race result: sessions go by time, and distances are planning figures. */
  readonly isEstimated: boolean;
  /** Whether weeks are told by time: distances are planning figures, or the reader goes by time. */
  readonly byTime: boolean;
  readonly tales: TalesBySession;
  readonly movedFrom: ReadonlyMap<string, CalendarDate>;
  readonly notes: DayNotes;
}

export interface WeekOverview {
  readonly week: PlanWeek;
  readonly totals: WeekTotals;
  /** Size against the biggest week, from 0 to 1: by distance, or by time where distances are estimates. */
  readonly share: number;
  readonly done: WeekDone;
}

/** What was told of a week. */
export interface WeekDone {
  readonly metres: number;
  readonly seconds: number;
  /** Sessions of which something was told, and those among them that were run. */
  readonly told: number;
  readonly run: number;
}

const NOTHING_TOLD: TalesBySession = new Map();

function doneOf(week: PlanWeek, tales: TalesBySession): WeekDone {
  const told = sessionsOf(week).flatMap((session) => {
    const tale = tales.get(session.id);
    return tale === undefined ? [] : [{ tale, chosen: chosenOf(session) }];
  });
  return {
    metres: told.reduce((sum, { tale, chosen }) => sum + metresDone(tale, chosen.metres), 0),
    seconds: told.reduce((sum, { tale, chosen }) => sum + secondsDone(tale, chosen.seconds), 0),
    told: told.length,
    run: told.filter(({ tale }) => tale.state !== "skipped").length,
  };
}

interface Telling {
  readonly tales?: TalesBySession | undefined;
  readonly goesByTime?: boolean;
}

/** Where a plan has changed in a few weeks only, the entries of all others are those of `before`. */
export function overviewOf(
  plan: Plan,
  { tales = NOTHING_TOLD, goesByTime = false }: Telling = {},
  before: Overview | null = null,
): Overview {
  const isEstimated = plan.weeks.flatMap(sessionsOf).some(({ estimated }) => estimated === true);
  const byTime = isEstimated || goesByTime;
  const size = ({ metres, seconds }: Pick<WeekTotals, "metres" | "seconds">): number =>
    byTime ? seconds : metres;
  const summed = plan.weeks.map((week) => ({ week, totals: totalsOf(week), done: doneOf(week, tales) }));
  const biggest = Math.max(1, ...summed.map(({ totals }) => size(totals)));
  const entries = summed.map((entry) => ({ ...entry, share: size(entry.totals) / biggest }));
  return {
    plan,
    isEstimated,
    byTime,
    tales,
    movedFrom: movedFrom(plan),
    notes: before !== null && before.plan.changes === plan.changes ? before.notes : dayNotesOf(plan),
    weeks: entries.map((entry, i) => {
      const old = before?.weeks[i];
      const isOld = old?.week === entry.week && old.share === entry.share && hasSameTales(before, tales, old);
      return isOld ? old : entry;
    }),
  };
}

const hasSameTales = (before: Overview | null, tales: TalesBySession, { week }: WeekOverview): boolean =>
  sessionsOf(week).every(({ id }) => before?.tales.get(id) === tales.get(id));

/** How much of a planned week was done, from 0 to 1. */
export function doneShare({ totals, done }: WeekOverview, byTime: boolean): number {
  const [planned, run] = byTime ? [totals.seconds, done.seconds] : [totals.metres, done.metres];
  return planned <= 0 ? 0 : Math.min(1, run / planned);
}
