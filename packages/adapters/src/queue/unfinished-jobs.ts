import type { PgBoss } from "pg-boss";

/** How many jobs of one queue stand in one state. */
export interface UnfinishedJobs {
  readonly queue: string;
  readonly state: "waiting" | "retrying" | "running";
  readonly count: number;
  /** Since when the oldest of them could have been done. */
  readonly oldestSeconds: number;
}

interface Row {
  readonly name: string;
  readonly state: "created" | "retry" | "active";
  readonly count: string;
  readonly oldest: string | null;
}

const STATES = { created: "waiting", retry: "retrying", active: "running" } as const;

/** Counts what is not done yet. A job that is put off, as for a later try, is not old before its time comes. */
export async function countUnfinishedJobs(boss: PgBoss): Promise<readonly UnfinishedJobs[]> {
  const { rows } = await boss.getDb().executeSql(
    `select name, state::text, count(*)::text as count,
       greatest(0, extract(epoch from max(now() - greatest(created_on, start_after))))::text as oldest
     from pgboss.job where state in ('created', 'retry', 'active') group by name, state order by name, state`,
  );
  return (rows as readonly Row[]).map(({ name, state, count, oldest }) => ({
    queue: name,
    state: STATES[state],
    count: Number(count),
    oldestSeconds: Number(oldest ?? 0),
  }));
}
