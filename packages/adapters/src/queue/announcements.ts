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

/** Has the workers of this process look for jobs when some are announced, and when announcements may have been missed. */
export async function hearAnnouncements(boss: PgBoss, wake: () => void): Promise<() => Promise<void>> {
  const listening = await boss.getDb().listen?.(CHANNEL, wake, wake);
  return async () => {
    await listening?.close();
  };
}
