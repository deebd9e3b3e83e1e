import { type CalendarDate, daysBetween } from "@strideiq/engine";
import type { Activity } from "../activity/activity.ts";
import { joinActivities } from "../activity/join-activities.ts";
import type { Athlete } from "../analysis/load.ts";
import type { Matching } from "../matching/matching.ts";
import type { PlannedSession } from "../matching/planned-session.ts";
import type { ActivityRules, CompletionRules, Span } from "../rules/activity-rules.ts";
import { type Completion, type Score, SCORES, type VolumeScore } from "./completion.ts";
import { scoreIntent } from "./score-intent.ts";

/**
 * What became of every session, in the order of the plan. A session without a run is missed once the athlete's
 * own day has closed, and not an hour before.
 */
export function completionsOf(
  sessions: readonly PlannedSession[],
  matching: Matching,
  activities: ReadonlyMap<string, Activity>,
  today: CalendarDate,
  athlete: Athlete,
  rules: ActivityRules,
): readonly Completion[] {
  const matched = new Map(matching.matches.map((match) => [match.sessionId, match.runIds]));
  const asked = new Set(matching.questions.map(({ sessionId }) => sessionId));
  return sessions.map((session) => {
    const runs = (matched.get(session.id) ?? []).flatMap((id) => activities.get(id) ?? []);
    const activity = joinActivities(runs);
    if (activity !== null) return doneCompletion(session, runs, activity, athlete, rules);
    const isOver = daysBetween(session.day, today) > 0;
    const state = asked.has(session.id) ? "asked" : isOver ? "missed" : "open";
    const score = state === "missed" ? "missed" : null;
    return { sessionId: session.id, day: session.day, state, runIds: [], volume: null, intent: null, score };
  });
}

function doneCompletion(
  session: PlannedSession,
  runs: readonly Activity[],
  activity: Activity,
  athlete: Athlete,
  rules: ActivityRules,
): Completion {
  const volume = scoreVolume(session, activity, rules.completion);
  const intent = scoreIntent(session, activity, athlete, rules);
  return {
    sessionId: session.id,
    day: session.day,
    state: "done",
    runIds: runs.map(({ id }) => id),
    volume,
    intent,
    score: worse(volume.score, intent.score),
  };
}

const worse = (a: Score, b: Score | null): Score =>
  b === null || SCORES.indexOf(a) > SCORES.indexOf(b) ? a : b;

/** By distance where the plan asks for one and the recording has one, by time otherwise. */
function scoreVolume(session: PlannedSession, activity: Activity, rules: CompletionRules): VolumeScore {
  const isByTime = session.isEstimated || !session.isRun || activity.metres === null || session.metres <= 0;
  const planned = isByTime ? session.seconds : session.metres;
  const done = isByTime ? activity.movingSeconds : activity.metres;
  const ratio = planned <= 0 ? 1 : done / planned;
  const score = within(ratio, rules.volumeNailed)
    ? "nailed"
    : within(ratio, rules.volumeClose)
      ? "close"
      : "missed";
  return { score, ratio, by: isByTime ? "time" : "distance" };
}

const within = (value: number, { max, min }: Span): boolean => value >= min && value <= max;
