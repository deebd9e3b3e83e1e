import {
  type Activity,
  activityOf,
  type Athlete,
  type Completion,
  completionsOf,
  matchSessions,
  NO_LINKS,
  type PlannedSession,
  type RecordedLap,
  type Sample,
  summaryOf,
} from "@strideiq/activity";
import { paceMidpoint, type Zone } from "@strideiq/engine";
import { onDate } from "./a-plan.ts";
import { aRecording } from "./a-recording.ts";
import { PACES } from "./paces.ts";
import { realActivityRules } from "./real-rulebook.ts";

/** The day of every run of parts, and the day after it. */
export const RUN_DAY = onDate("2026-05-04");
export const DAY_AFTER = onDate("2026-05-05");
export const TEST_RUNNER: Athlete = { paces: PACES, thresholdHeartRate: 170 };

/** So long at so much a kilometre. */
export interface RunPart {
  readonly seconds: number;
  readonly pace: number;
  readonly heartRate?: number;
}

/** The middle of a zone's pace. */
export const middleOf = (zone: Exclude<Zone, "walk" | "sprint">): number => paceMidpoint(PACES[zone]);

const SAMPLE_SECONDS = 4;

/** A run of parts at even paces. */
export function aRunOfParts(
  parts: readonly RunPart[],
  id = "a",
  laps: readonly RecordedLap[] = [],
): Activity {
  const at = `${RUN_DAY}T05:00:00Z`;
  const recording = aRecording({ id, at, seconds: 0, secondsPerKm: 300 });
  const samples: Sample[] = [];
  let [second, metres] = [0, 0];
  const add = (heartRate = 140): void => {
    for (const base of recording.samples.slice(0, 1))
      samples.push({ ...base, at: Date.parse(at) + second * 1000, metres, latitude: 47.37, heartRate });
  };
  add(parts[0]?.heartRate);
  for (const { heartRate, pace, seconds } of parts)
    for (let step = 0; step < seconds; step += SAMPLE_SECONDS) {
      second += SAMPLE_SECONDS;
      metres += (SAMPLE_SECONDS * 1000) / pace;
      add(heartRate);
    }
  const home = { timeZone: "Europe/Zurich", today: DAY_AFTER };
  const activity = activityOf({ ...recording, samples, laps }, home, realActivityRules());
  if (activity === null) throw new Error("No activity.");
  return activity;
}

/** What becomes of a session where this was the only run. */
export function aCompletion(
  session: PlannedSession,
  activity: Activity | null,
  today = DAY_AFTER,
  athlete = TEST_RUNNER,
): Completion {
  const rules = realActivityRules();
  const runs = activity === null ? [] : [activity];
  const summaries = runs.flatMap((one) => summaryOf(one, athlete.paces, rules.elevation) ?? []);
  const matching = matchSessions([session], summaries, NO_LINKS, rules.matching);
  const byId = new Map(runs.map((one) => [one.id, one]));
  const [completion] = completionsOf([session], matching, byId, today, athlete, rules);
  if (completion === undefined) throw new Error("No completion.");
  return completion;
}
