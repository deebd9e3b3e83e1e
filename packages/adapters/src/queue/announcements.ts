import type { PgBoss } from "pg-boss";

const CHANNEL = "strideiq_jobs";

// PostgreSQL lets one transaction that tells something end at a time, and that wait would be the disk's. Nothing is lost
// with an announcement, so it waits for no disk.
const TELL = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', '')`;

/**
 * Tells the workers that there are jobs, once these are stored. Jobs that are stored while that is under way are told of
 * together, by one announcement after it. One that gets lost costs the time until workers look by themselves.
 */
export function createAnnouncer(boss: PgBoss): () => void {
  let isUnderWay = false;
  let isWanted = false;
  const tellAll = async (): Promise<void> => {
    isUnderWay = true;
    while (isWanted) {
      isWanted = false;
      await boss
        .getDb()
        .executeSql(TELL)
        .catch(() => undefined);
    }
    isUnderWay = false;
  };
  return () => {
    isWanted = true;
    if (!isUnderWay) void tellAll();
  };
}

export interface Hearing {
  /** Calls `wake` when jobs are announced, and when announcements may have been missed. */
  readonly start: (wake: () => void) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Hears announcements on a connection of its own. Where none can be had, workers look every two seconds all the same. */
export function createHearing(boss: PgBoss, onProblem: (problem: unknown) => void): Hearing {
  let stop = (): Promise<void> => Promise.resolve();
  return {
    start: async (wake) => {
      try {
        const handle = await boss.getDb().listen?.(CHANNEL, wake, wake);
        stop = async () => handle?.close();
      } catch (problem) {
        onProblem(problem);
      }
    },
    stop: () => stop(),
  };
}
