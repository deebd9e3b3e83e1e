import { type Source, SOURCES } from "../recording/recording.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";

/** Recordings of a source that came in up to then are to be let go. */
export interface KeepLimit {
  readonly source: Source;
  /** Milliseconds since 1970. */
  readonly before: number;
}

const DAY_MILLISECONDS = 24 * 3_600_000;

/**
 * What has to go now, so that nothing is kept longer than its source allows although this is asked once a day only:
 * what would be too old before the next time goes as well.
 */
export const keepLimits = (now: number, policies: ActivityRules["sources"]): readonly KeepLimit[] =>
  SOURCES.flatMap((source) => {
    const { keepDays } = policies[source];
    return keepDays === null ? [] : { source, before: now - (keepDays - 1) * DAY_MILLISECONDS };
  });
