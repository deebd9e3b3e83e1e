import type { Activity, ToldHistory } from "@strideiq/activity";
import type { CalendarDate } from "@strideiq/engine";
import type { Page } from "../page.ts";
import type { AthleteScope } from "../plans/plan-record.ts";
import type { ActivityKey } from "./change-runs.ts";
import type { MatchedReview } from "./ports.ts";

/** An activity as it stands in a list. Distances in metres, times in seconds. */
export interface ActivityReading {
  readonly activity: Activity;
  /** The recording of the same run that counts instead of this one. */
  readonly countsAs: string | null;
  /** The session that it was found to be. */
  readonly session: { readonly planId: string; readonly sessionId: string } | null;
}

/** The same with its track, and how its session went. */
export interface ActivityDetail extends ActivityReading {
  readonly review: MatchedReview | null;
  readonly duplicates: readonly Activity[];
}

/** What was run, for its athlete. */
export interface RunReadings {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly ActivityReading[]>;
  readonly find: (key: ActivityKey) => Promise<ActivityDetail | undefined>;
  /** The file that it came from, gzipped. */
  readonly original: (key: ActivityKey) => Promise<Uint8Array | undefined>;
  /** What the engine is told of the time before a plan. */
  readonly history: (scope: AthleteScope, today: CalendarDate) => Promise<ToldHistory>;
}
