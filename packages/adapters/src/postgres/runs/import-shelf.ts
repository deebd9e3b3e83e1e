import { RECORDING_FAULTS, type RecordingFault } from "@strideiq/activity";
import type {
  AthleteJob,
  ImportKey,
  ImportReading,
  ImportReport,
  Imports,
  JobTrace,
} from "@strideiq/application";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { asAthlete } from "../athlete-scope.ts";
import { insertJob } from "../job-rows.ts";
import type { ImportReportsTable } from "../schema/activities.ts";
import type { Database } from "../schema.ts";
import { importReadingOf, selectImports } from "./import-readings.ts";
import { receiveFile } from "./receive-file.ts";

type Tx = Transaction<Database>;

export interface ImportShelfDeps {
  readonly db: Kysely<Database>;
  /** Puts a job into the queue, as part of the transaction. */
  readonly enqueue: (job: AthleteJob, transaction: Tx) => Promise<void>;
  /** Tells the workers that there are jobs, after the transaction. */
  readonly announce: () => void;
}

/** Imports in PostgreSQL, with what was sent until it has been read. */
export const createImports = ({ db, enqueue, announce }: ImportShelfDeps): Imports => ({
  open: ({ athleteId }, importId, timeZone) =>
    asAthlete(db, athleteId, async (tx) => {
      await tx
        .insertInto("activity_imports")
        .values({ id: importId, athlete_id: athleteId, time_zone: timeZone })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
      const row = await selectImports(tx, athleteId).where("one.id", "=", importId).executeTakeFirstOrThrow();
      return importReadingOf(row);
    }),
  receive: (key, file, content) => receiveFile(db, key, file, content),
  start: async (key, trace) => {
    const started = await asAthlete(db, key.athleteId, (tx) => start(tx, enqueue, key, trace));
    announce();
    return started;
  },
  find: (key) => asAthlete(db, key.athleteId, (tx) => find(tx, key)),
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = selectImports(tx, athleteId).orderBy("one.id", "desc").limit(limit);
      const rows = await (after === undefined ? all : all.where("one.id", "<", after)).execute();
      return rows.map(importReadingOf);
    }),
  reports: (key, { after, limit }) =>
    asAthlete(db, key.athleteId, async (tx) => {
      if ((await find(tx, key)) === undefined) return undefined;
      const all = tx
        .selectFrom("import_reports")
        .selectAll()
        .where("import_id", "=", key.importId)
        .where("athlete_id", "=", key.athleteId)
        .orderBy("position")
        .orderBy("number")
        .limit(limit);
      const rows =
        after === undefined
          ? all
          : all.where(sql<boolean>`(position, number) > (${after.position}::int, ${after.number}::int)`);
      return (await rows.execute()).map(reportOf);
    }),
});

/** Starts an import that was not started before; undefined where there is none. */
async function start(
  tx: Tx,
  enqueue: ImportShelfDeps["enqueue"],
  key: ImportKey,
  trace: JobTrace,
): Promise<ImportReading | undefined> {
  const standing = await lockImport(tx, key);
  if (standing === undefined) return undefined;
  if (standing.job_id === null) {
    const { athleteId, importId } = key;
    const job: AthleteJob = { kind: "import_runs", athleteId, importId, trace };
    // What never came to its end is no file.
    await ofImport(tx, key).where("bytes", "is", null).execute();
    await tx
      .updateTable("activity_imports")
      .set({ job_id: trace.jobId })
      .where("id", "=", importId)
      .execute();
    if (await insertJob(tx, job, trace)) await enqueue(job, tx);
  }
  return find(tx, key);
}

async function find(tx: Tx, { athleteId, importId }: ImportKey): Promise<ImportReading | undefined> {
  const row = await selectImports(tx, athleteId).where("one.id", "=", importId).executeTakeFirst();
  return row && importReadingOf(row);
}

const lockImport = (tx: Tx, { athleteId, importId }: ImportKey) =>
  tx
    .selectFrom("activity_imports")
    .select("job_id")
    .where("id", "=", importId)
    .where("athlete_id", "=", athleteId)
    .forUpdate()
    .executeTakeFirst();

const ofImport = (tx: Tx, { athleteId, importId }: ImportKey) =>
  tx.deleteFrom("import_files").where("import_id", "=", importId).where("athlete_id", "=", athleteId);

const reportOf = (row: Selectable<ImportReportsTable>): ImportReport => ({
  position: row.position,
  number: row.number,
  name: row.name,
  outcome: row.outcome,
  refusal: row.refusal,
  faults: row.faults.filter(isFault),
  activityIds: row.activity_ids,
});

const isFault = (text: string): text is RecordingFault => RECORDING_FAULTS.some((fault) => fault === text);
