import type {
  Activity,
  AnalysedActivity,
  AnalysedFile,
  Completion,
  DuplicateDecisions,
  Home,
  IdPair,
  KeepLimit,
  Links,
  Match,
  PlanOfAthlete,
  RecordedOnce,
  RecordingFault,
  SpeedProfile,
  Sport,
  FileRefusal,
} from "@strideiq/activity";
import type { CalendarDate } from "@strideiq/engine";
import type { JobKey, JobState, JobTrace } from "../jobs/job.ts";
import type { Page } from "../page.ts";
import type { AthleteScope, PlanKey } from "../plans/plan-record.ts";

/** One import of one athlete. */
export interface ImportKey extends AthleteScope {
  readonly importId: string;
}

/** How one file of an import went. `known`: its activities were there already. */
export const IMPORT_OUTCOMES = ["imported", "known", "too_little", "refused"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export interface ImportReading {
  readonly importId: string;
  /** `receiving` while files are coming in; then as its job stands. */
  readonly state: "receiving" | JobState;
  readonly jobId: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Files that were sent. */
  readonly files: number;
  /** Files that were read, those in a zip each. */
  readonly read: number;
  readonly outcomes: Readonly<Record<ImportOutcome, number>>;
}

/** What became of one file, or of one in a zip. */
export interface ImportReport {
  /** Which of the files that were sent. */
  readonly position: number;
  /** Which in it, from 0. */
  readonly number: number;
  readonly name: string;
  readonly outcome: ImportOutcome;
  readonly refusal: FileRefusal | null;
  readonly faults: readonly RecordingFault[];
  readonly activityIds: readonly string[];
}

/** A place in the list of reports. */
export interface ReportCursor {
  readonly position: number;
  readonly number: number;
}

export type Received =
  | { readonly state: "received"; readonly bytes: number }
  /** `replaced`: the same file was sent once more meanwhile, and that one counts. */
  | { readonly state: "not_found" | "started" | "too_large" | "replaced" };

/** The imports of an athlete. */
export interface Imports {
  /** What is there under this id already stays as it is. */
  readonly open: (scope: AthleteScope, importId: string, timeZone: string) => Promise<ImportReading>;
  /** Takes a file in as it comes. Sent again it takes the place of what was there. */
  readonly receive: (
    key: ImportKey,
    file: { readonly position: number; readonly name: string },
    content: AsyncIterable<Uint8Array>,
  ) => Promise<Received>;
  /** Hands the import to its job; one that was started stays as it is. Undefined when there is none. */
  readonly start: (key: ImportKey, trace: JobTrace) => Promise<ImportReading | undefined>;
  readonly find: (key: ImportKey) => Promise<ImportReading | undefined>;
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly ImportReading[]>;
  /** In the order in which files were sent; undefined when there is no such import. */
  readonly reports: (
    key: ImportKey,
    page: Page<ReportCursor>,
  ) => Promise<readonly ImportReport[] | undefined>;
}

/** An import as its job finds it. */
export interface ImportTask {
  readonly timeZone: string;
  readonly files: readonly {
    readonly position: number;
    readonly name: string;
    /** How many reports there are already. */
    readonly read: number;
  }[];
}

/** A file on the disk of the process that reads it. */
export interface LaidOutFile {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Whether to go on: not when the import is no longer wanted, and not while its athlete waits for something else. */
export type KeptFile = "go_on" | "unwanted" | "others_wait";

/** What the job of an import needs. */
export interface ImportWork {
  /** Undefined when there is nothing to do any more. */
  readonly take: (key: ImportKey) => Promise<ImportTask | undefined>;
  readonly layOut: (key: ImportKey, position: number) => Promise<LaidOutFile>;
  /** Stores what one file brought with its report and the progress of the job, all or nothing. */
  readonly keep: (key: ImportKey & JobKey, position: number, file: AnalysedFile) => Promise<KeptFile>;
  /** Puts the job back into the queue, behind what the athlete waits for; it goes on where it was. */
  readonly stepAside: (key: ImportKey, trace: JobTrace) => Promise<void>;
}

/** Reads files, one at a time, as they are asked for. */
export interface RunReader {
  readonly read: (
    source: { readonly name: string; readonly path: string },
    from: number,
    home: Home,
  ) => AsyncIterable<AnalysedFile>;
  readonly close: () => Promise<void>;
}

/** A run as it is matched: its amounts and speeds, without its track. */
export interface StoredRun {
  readonly activity: Activity;
  readonly speeds: SpeedProfile;
}

/** How a session went that was found among what was run. */
export interface MatchedReview {
  readonly by: Match["by"];
  readonly runIds: readonly string[];
  readonly volume: Completion["volume"];
  readonly intent: Completion["intent"];
  readonly score: Completion["score"];
  /** What it was made from: while that stays, so does the review. */
  readonly madeFrom: string;
}

export interface MatchedCompletion {
  readonly planId: string;
  readonly sessionId: string;
  readonly state: "done" | "partly_done";
  readonly run: Activity;
  readonly review: MatchedReview;
}

export type Decision =
  | { readonly kind: "same" | "different"; readonly pair: IdPair }
  | { readonly kind: "preferred"; readonly activityId: string }
  | { readonly kind: "day"; readonly activityId: string; readonly day: CalendarDate }
  | { readonly kind: "sport"; readonly activityId: string; readonly sport: Sport };

/** Everything of an athlete that a change of what was run may touch, in one transaction that nobody else disturbs. */
export interface RunDesk {
  readonly runs: () => Promise<readonly StoredRun[]>;
  /** Beats a minute; null while the athlete has told none. */
  readonly thresholdHeartRate: () => Promise<number | null>;
  readonly keepThresholdHeartRate: (beats: number | null) => Promise<void>;
  readonly decisions: () => Promise<DuplicateDecisions>;
  /** Sessions are named by `sessionKey`. */
  readonly links: () => Promise<Links>;
  /** Ready plans with their choices, oldest first. */
  readonly plans: () => Promise<readonly PlanOfAthlete[]>;
  /** These with their tracks. */
  readonly tracked: (ids: readonly string[]) => Promise<readonly Activity[]>;
  /** `madeFrom` of every match that stands, by `sessionKey`. */
  readonly standing: () => Promise<ReadonlyMap<string, string>>;
  /** Notes which recording of each run counts. */
  readonly group: (groups: readonly RecordedOnce[]) => Promise<void>;
  readonly complete: (completions: readonly MatchedCompletion[]) => Promise<void>;
  /** Takes back what was matched; sessions are named by `sessionKey`. */
  readonly uncomplete: (keys: readonly string[]) => Promise<void>;
  readonly endImport: (key: ImportKey, jobId: string, state: "done" | "failed") => Promise<void>;
  /** Takes an import back, with what no other import brought; false when there is none. */
  readonly removeImport: (importId: string) => Promise<boolean>;
  readonly removeActivity: (activityId: string) => Promise<boolean>;
  readonly removeOverdue: (limits: readonly KeepLimit[]) => Promise<void>;
  readonly add: (activityId: string, analysed: AnalysedActivity) => Promise<void>;
  readonly has: (activityId: string) => Promise<boolean>;
  readonly hasSession: (key: PlanKey, sessionId: string) => Promise<boolean>;
  readonly link: (key: PlanKey, sessionId: string, activityId: string) => Promise<void>;
  /** Takes an activity from whichever session it was, and remembers that it was not that one. */
  readonly unlink: (activityId: string) => Promise<void>;
  readonly decide: (decision: Decision) => Promise<void>;
}

export interface RunStore {
  readonly change: <T>(scope: AthleteScope, work: (desk: RunDesk) => Promise<T>) => Promise<T>;
  /** Athletes with recordings that may not be kept any longer, some at a time. */
  readonly withOverdue: (limits: readonly KeepLimit[]) => Promise<readonly AthleteScope[]>;
  /** Whether anything was run: most who change a plan have nothing to match yet. */
  readonly hasRuns: (scope: AthleteScope) => Promise<boolean>;
}
