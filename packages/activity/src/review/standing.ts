import { type CalendarDate, daysBetween } from "@strideiq/engine";
import type { Completion, Score } from "../completion/completion.ts";
import type { Question } from "../matching/matching.ts";
import type { PlannedSession } from "../matching/planned-session.ts";

/** What is known of a session: told by hand, or found among what was run. */
export interface ToldSession {
  readonly state: "done" | "partly_done" | "skipped";
  /** Null where it was told by hand: how well it went nobody measured. */
  readonly score: Score | null;
}

/**
 * Where every session stands, from what is kept of it. As in `completionsOf` a session is missed once the athlete's own
 * day has closed, and not while only the athlete knows which run it was.
 */
export const standingOf = (
  sessions: readonly PlannedSession[],
  told: ReadonlyMap<string, ToldSession>,
  questions: readonly Question[],
  today: CalendarDate,
): readonly Completion[] => {
  const asked = new Set(questions.map(({ sessionId }) => sessionId));
  return sessions.map(({ day, id }) => {
    const base = { sessionId: id, day, runIds: [], volume: null, intent: null };
    const known = told.get(id);
    if (known !== undefined && known.state !== "skipped")
      return { ...base, state: "done", score: known.score };
    const isOver = daysBetween(day, today) > 0;
    if (known === undefined && asked.has(id)) return { ...base, state: "asked", score: null };
    return known !== undefined || isOver
      ? { ...base, state: "missed", score: "missed" }
      : { ...base, state: "open", score: null };
  });
};
