import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AnalysedFile } from "@strideiq/activity";
import type {
  AthleteJob,
  ImportKey,
  ImportOutcome,
  ImportWork,
  JobKey,
  LaidOutFile,
} from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import { asAthlete } from "../athlete-scope.ts";
import type { Database } from "../schema.ts";
import { activityIdOf, activityRow, storable } from "./activity-rows.ts";
import { putAsTold } from "./decisions.ts";

type Tx = Transaction<Database>;

export interface ImportWorkDeps {
  readonly db: Kysely<Database>;
  /** Puts a job that was begun back into the queue, as part of the transaction. */
  readonly putBack: (job: AthleteJob, transaction: Tx) => Promise<void>;
}

/** What the job of an import reads and writes. */
export const createImportWork = ({ db, putBack }: ImportWorkDeps): ImportWork => ({
  take: ({ athleteId, importId }) =>
    asAthlete(db, athleteId, async (tx) => {
      const standing = await tx
        .selectFrom("activity_imports")
        .select(["time_zone", "outcome"])
        .where("id", "=", importId)
        .where("athlete_id", "=", athleteId)
        .executeTakeFirst();
      if (standing === undefined || standing.outcome === "done" || standing.outcome === "cancelled")
        return undefined;
      const files = await tx
        .selectFrom("import_files as file")
        .select([
          "file.position",
          "file.name",
          sql<number>`(
            select count(*)::int from import_reports as report
            where report.import_id = file.import_id and report.position = file.position
          )`.as("read"),
        ])
        .where("file.import_id", "=", importId)
        .where("file.athlete_id", "=", athleteId)
        .orderBy("file.position")
        .execute();
      return { timeZone: standing.time_zone, files };
    }),
  layOut: (key, position) => layOut(db, key, position),
  keep: (key, position, file) =>
    asAthlete(db, key.athleteId, async (tx) => {
      if (!(await isWanted(tx, key))) return "unwanted";
      await keepFile(tx, key, position, file);
      await tellProgress(tx, key);
      return (await doOthersWait(tx, key)) ? "others_wait" : "go_on";
    }),
  stepAside: ({ athleteId, importId }, trace) =>
    asAthlete(db, athleteId, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable("jobs")
        // Nothing went wrong, so that it does not count as begun twice.
        .set((eb) => ({
          state: "waiting",
          attempts: sql<number>`greatest(attempts - 1, 0)`,
          revision: eb("revision", "+", 1),
        }))
        .where("id", "=", trace.jobId)
        .where("athlete_id", "=", athleteId)
        .where("state", "=", "running")
        .executeTakeFirst();
      if (numUpdatedRows === 1n) await putBack({ kind: "import_runs", athleteId, importId, trace }, tx);
    }),
});

/** Readers of archives jump about in them, so that the pieces are put together on this machine's disk. */
async function layOut(db: Kysely<Database>, key: ImportKey, position: number): Promise<LaidOutFile> {
  const path = join(tmpdir(), `strideiq-${key.importId}-${String(position)}-${randomUUID()}`);
  const remove = (): Promise<void> => rm(path, { force: true });
  const file = await open(path, "wx", 0o600);
  try {
    for (let piece = 0; ; piece += 1) if (!(await layOutPiece(db, key, { position, piece }, file))) break;
  } catch (problem) {
    await remove();
    throw problem;
  } finally {
    await file.close();
  }
  return { path, remove };
}

/**
 * As text that is written as it comes, each part within one read of the line: bytes would come as twice as much text,
 * and whatever is put together from several reads lies in memory until everything is swept.
 */
const PART_BYTES = 2 ** 15;

/** False after the last piece. */
const layOutPiece = (
  db: Kysely<Database>,
  { athleteId, importId }: ImportKey,
  { piece, position }: { readonly piece: number; readonly position: number },
  file: FileHandle,
): Promise<boolean> =>
  asAthlete(db, athleteId, async (tx) => {
    for (let from = 1; ; from += PART_BYTES) {
      const row = await tx
        .selectFrom("import_pieces")
        .select([
          sql<string>`encode(substring(content from ${from}::int for ${PART_BYTES}::int), 'base64')`.as(
            "part",
          ),
          sql<boolean>`length(content) < ${from}::int + ${PART_BYTES}::int`.as("is_last"),
        ])
        .where("import_id", "=", importId)
        .where("athlete_id", "=", athleteId)
        .where("position", "=", position)
        .where("piece", "=", piece)
        .executeTakeFirst();
      if (row === undefined) return false;
      await file.write(row.part, null, "base64");
      if (row.is_last) return true;
    }
  });

/** Whether the job still runs, and its import is still there; both stay so until this transaction has ended. */
async function isWanted(tx: Tx, { athleteId, importId, jobId }: ImportKey & JobKey): Promise<boolean> {
  const found = await tx
    .selectFrom("activity_imports as one")
    .innerJoin("jobs as job", "job.id", "one.job_id")
    .select("one.id")
    .where("one.id", "=", importId)
    .where("one.athlete_id", "=", athleteId)
    .where("job.id", "=", jobId)
    .where("job.state", "in", ["waiting", "running"])
    .forUpdate("one")
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether the athlete waits for something that is no import. */
async function doOthersWait(tx: Tx, { athleteId }: ImportKey): Promise<boolean> {
  const found = await tx
    .selectFrom("jobs")
    .select("id")
    .where("athlete_id", "=", athleteId)
    .where("state", "=", "waiting")
    .where("kind", "<>", "import_runs")
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function keepFile(
  tx: Tx,
  { athleteId, importId }: ImportKey,
  position: number,
  file: AnalysedFile,
): Promise<void> {
  const activities = file.activities.map((one) => ({
    ...one,
    activity: { ...one.activity, id: activityIdOf(one.activity.id) },
  }));
  const ids = activities.map(({ activity }) => activity.id);
  const known = await knownOf(tx, athleteId, ids);
  for (const one of activities) await insertBetter(tx, activityRow(athleteId, one, file.original));
  await putAsTold(tx, athleteId, ids);
  await tx
    .insertInto("import_reports")
    .values({
      import_id: importId,
      position,
      number: file.number,
      athlete_id: athleteId,
      name: storable(file.name, 700) || "?",
      outcome: outcomeOf(
        file,
        ids.every((id) => known.has(id)),
      ),
      refusal: file.refusal === null ? null : JSON.stringify(file.refusal),
      faults: file.faults,
      activity_ids: ids,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .updateTable("import_files")
    .set({ expected: file.of })
    .where("import_id", "=", importId)
    .where("position", "=", position)
    .execute();
}

function outcomeOf({ activities, refusal }: AnalysedFile, areKnown: boolean): ImportOutcome {
  if (refusal !== null) return "refused";
  if (activities.length === 0) return "too_little";
  return areKnown ? "known" : "imported";
}

async function knownOf(tx: Tx, athleteId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("activities")
    .select("id")
    .where("athlete_id", "=", athleteId)
    .where("id", "in", ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Of two with one id (an archive asked for anew, after a title was changed) the same one stays, whichever came first. */
const insertBetter = (tx: Tx, row: ReturnType<typeof activityRow>): Promise<unknown> =>
  tx
    .insertInto("activities")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["athlete_id", "id"])
        .doUpdateSet((eb) => ({
          name: eb.ref("excluded.name"),
          sport: eb.ref("excluded.sport"),
          start_at: eb.ref("excluded.start_at"),
          day: eb.ref("excluded.day"),
          sort_at: eb.ref("excluded.sort_at"),
          metres: eb.ref("excluded.metres"),
          moving_seconds: eb.ref("excluded.moving_seconds"),
          summary: eb.ref("excluded.summary"),
          speeds: eb.ref("excluded.speeds"),
          track: eb.ref("excluded.track"),
          original: eb.ref("excluded.original"),
        }))
        .where(
          sql<boolean>`(coalesce(length(excluded.track), 0), excluded.summary::text)
            > (coalesce(length(activities.track), 0), activities.summary::text)`,
        ),
    )
    .execute();

const tellProgress = (tx: Tx, { athleteId, importId, jobId }: ImportKey & JobKey): Promise<unknown> =>
  tx
    .updateTable("jobs")
    .set((eb) => ({
      progress_done: sql<number>`coalesce(progress_done, 0) + 1`,
      progress_of: sql<number>`greatest(
        (select sum(greatest(coalesce(expected, 1), 1))::int from import_files where import_id = ${importId}),
        coalesce(progress_done, 0) + 1
      )`,
      revision: eb("revision", "+", 1),
    }))
    .where("id", "=", jobId)
    .where("athlete_id", "=", athleteId)
    .execute();
