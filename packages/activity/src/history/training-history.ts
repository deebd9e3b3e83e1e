import {
  addDays,
  type CalendarDate,
  daysBetween,
  type HistoryWeek,
  type TrainingHistory,
} from "@strideiq/engine";
import type { Activity } from "../activity/activity.ts";
import { permitted } from "../policy/permitted.ts";
import type { Source } from "../recording/recording.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";

/** What the engine learns from what was run, and where it comes from. */
export interface ToldHistory {
  /** Null when there was no run in all these weeks. */
  readonly history: TrainingHistory | null;
  /** Mean weekly metres of the last four of the weeks; null without a history. */
  readonly weeklyMetres: number | null;
  /** Of the last thirty days; 0 when there was none of them. */
  readonly longestMetres: number | null;
  readonly sources: readonly Source[];
  /** Weeks of which less was believed than was recorded. */
  readonly cappedWeeks: number;
}

type Run = Pick<Activity, "metres" | "source" | "sport" | "start" | "cautions">;

const RECENT_WEEKS = 4;
const RECENT_DAYS = 30;

/**
 * The weeks before today, oldest first, from the first week with a run on: a week without one in between is a
 * week without running. Every activity has to be there once (`groupRuns`). A week far above all others does not
 * set the level: it counts as so many times their median.
 */
export function historyOf(runs: readonly Run[], today: CalendarDate, rules: ActivityRules): ToldHistory {
  const counted = permitted(runs, "combine", rules.sources).filter((run) => isCounted(run, today, rules));
  const weeks = Array.from({ length: rules.history.weeks }, (_, index) =>
    weekOf(counted, addDays(today, -7 * (rules.history.weeks - index))),
  );
  const first = weeks.findIndex(({ runs: count }) => count > 0);
  const sources = [...new Set(counted.map(({ source }) => source))].toSorted();
  if (first === -1)
    return { history: null, weeklyMetres: null, longestMetres: null, sources, cappedWeeks: 0 };
  const believed = withoutOutliers(weeks.slice(first), rules.history.outlierFactor);
  const recent = believed.weeks.slice(-RECENT_WEEKS);
  const longest = counted.filter(
    ({ start }) => start !== null && daysBetween(start.day, today) <= RECENT_DAYS,
  );
  return {
    history: { weeks: believed.weeks },
    weeklyMetres: recent.reduce((sum, { metres }) => sum + metres, 0) / recent.length,
    longestMetres: Math.min(
      longest.reduce((most, { metres }) => Math.max(most, metres ?? 0), 0),
      believed.weeks.slice(-RECENT_WEEKS - 1).reduce((most, week) => Math.max(most, week.longestMetres), 0),
    ),
    sources,
    cappedWeeks: believed.capped,
  };
}

const isCounted = (
  { metres, sport, start }: Run,
  today: CalendarDate,
  { history }: ActivityRules,
): boolean => {
  if (sport !== "run" || start === null || metres === null || metres > history.runMetresMax) return false;
  const ago = daysBetween(start.day, today);
  return ago >= 1 && ago <= history.weeks * 7;
};

function weekOf(runs: readonly Run[], from: CalendarDate): HistoryWeek {
  let [metres, longestMetres, count] = [0, 0, 0];
  for (const run of runs) {
    const day = run.start === null ? -1 : daysBetween(from, run.start.day);
    if (day < 0 || day > 6) continue;
    metres += run.metres ?? 0;
    longestMetres = Math.max(longestMetres, run.metres ?? 0);
    count += 1;
  }
  return { metres, longestMetres, runs: count };
}

interface Believed {
  readonly weeks: readonly HistoryWeek[];
  readonly capped: number;
}

/** Three weeks are needed to tell which of them is the odd one. */
const WEEKS_TO_COMPARE = 3;

function withoutOutliers(weeks: readonly HistoryWeek[], factor: number): Believed {
  const run = weeks.filter(({ metres }) => metres > 0).map(({ metres }) => metres);
  if (run.length < WEEKS_TO_COMPARE) return { weeks, capped: 0 };
  let capped = 0;
  const believed = weeks.map((week) => {
    const others = without(run, week.metres);
    const most = factor * median(others);
    if (week.metres <= most) return week;
    capped += 1;
    return { ...week, metres: most, longestMetres: Math.min(week.longestMetres, most) };
  });
  return { weeks: believed, capped };
}

function without(values: readonly number[], value: number): readonly number[] {
  const index = values.indexOf(value);
  return index === -1 ? values : values.toSpliced(index, 1);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
