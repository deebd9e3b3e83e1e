import {
  IMPORT_OUTCOMES,
  type ImportOutcome,
  type ImportReading,
  type JobState,
} from "@strideiq/application";
import { sql, type Transaction } from "kysely";
import type { Database } from "../schema.ts";

/** The imports of an athlete with their counts, for lists and for one. */
export const selectImports = (tx: Transaction<Database>, athleteId: string) =>
  tx
    .selectFrom("activity_imports as one")
    .leftJoin("jobs as job", (join) =>
      join.onRef("job.id", "=", "one.job_id").onRef("job.athlete_id", "=", "one.athlete_id"),
    )
    .select([
      "one.id",
      "one.job_id",
      "one.outcome",
      "one.created_at",
      "one.finished_at",
      "job.state as job_state",
      sql<number>`(select count(*)::int from import_files as file where file.import_id = one.id)`.as("files"),
      sql<Readonly<Record<string, number>> | null>`(
        select jsonb_object_agg(outcome, amount) from (
          select report.outcome, count(*)::int as amount from import_reports as report
          where report.import_id = one.id group by report.outcome
        ) as counted
      )`.as("outcomes"),
    ])
    .where("one.athlete_id", "=", athleteId);

type ImportRow = Awaited<ReturnType<ReturnType<typeof selectImports>["execute"]>>[number];

export function importReadingOf(row: ImportRow): ImportReading {
  const outcomes = outcomesOf(row.outcomes ?? {});
  return {
    importId: row.id,
    state: stateOf(row),
    jobId: row.job_id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    files: row.files,
    read: IMPORT_OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0),
    outcomes,
  };
}

/** The job is the truth while it is there; it is swept out in the end, and the outcome stays. */
const stateOf = ({ job_id, job_state, outcome }: ImportRow): "receiving" | JobState =>
  job_id === null ? "receiving" : (outcome ?? job_state ?? "cancelled");

const outcomesOf = (counts: Readonly<Record<string, number>>): Readonly<Record<ImportOutcome, number>> => ({
  imported: counts["imported"] ?? 0,
  known: counts["known"] ?? 0,
  too_little: counts["too_little"] ?? 0,
  refused: counts["refused"] ?? 0,
});
