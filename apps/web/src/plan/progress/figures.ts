import type { CalendarDate, Session } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";
import { datedSessions } from "../plan-view.ts";
import { unrolled } from "../profile.ts";
import { metresDone } from "../session-state.ts";
import { STIMULI, type Stimulus, stimulusOfZone } from "../stimulus.ts";
import type { Overview } from "../week-totals.ts";

/** What became of the days behind. A day of which nothing was told is neither run nor skipped. */
export interface Adherence {
  readonly planned: number;
  readonly run: number;
  readonly skipped: number;
  readonly missed: number;
  readonly metresPlanned: number;
  readonly metresDone: number;
}

/** Of sessions before today, and of today's as far as something was told. */
export function adherenceOf({ plan, tales }: Overview, today: CalendarDate): Adherence {
  const behind = datedSessions(plan).filter(
    ({ day, session }) => day.date < today || (day.date === today && tales.has(session.id)),
  );
  const told = behind.map(({ session }) => ({ tale: tales.get(session.id), chosen: chosenOf(session) }));
  const skipped = told.filter(({ tale }) => tale?.state === "skipped").length;
  const missed = told.filter(({ tale }) => tale === undefined).length;
  return {
    planned: behind.length,
    run: behind.length - skipped - missed,
    skipped,
    missed,
    metresPlanned: told.reduce((sum, { chosen }) => sum + chosen.metres, 0),
    metresDone: told.reduce((sum, { tale, chosen }) => sum + metresDone(tale, chosen.metres), 0),
  };
}

export interface IntensityShare {
  readonly stimulus: Stimulus;
  /** Of all running time, from 0 to 1. */
  readonly share: number;
}

/** How the time of these sessions is shared by effort, whatever the session is called; the race is left out, and so is what does not occur. */
export function intensityOf(sessions: readonly Session[]): readonly IntensityShare[] {
  const stretches = sessions
    .map(chosenOf)
    .filter(({ kind, metres }) => kind !== "race" && metres > 0)
    .flatMap(({ steps }) =>
      unrolled(steps).map(({ zone, seconds }) => ({ stimulus: stimulusOfZone(zone), seconds })),
    );
  const total = stretches.reduce((sum, { seconds }) => sum + seconds, 0);
  return STIMULI.map((stimulus) => ({
    stimulus,
    share:
      stretches.reduce((sum, one) => sum + (one.stimulus === stimulus ? one.seconds : 0), 0) /
      Math.max(1, total),
  })).filter(({ share }) => share > 0);
}
