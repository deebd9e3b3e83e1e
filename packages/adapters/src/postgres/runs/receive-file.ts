import type { ImportKey, Received } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import { asAthlete } from "../athlete-scope.ts";
import type { Database } from "../schema.ts";
import { storable } from "./activity-rows.ts";

type Db = Kysely<Database>;

interface SentFile {
  readonly position: number;
  readonly name: string;
}

/** One file as it is sent. Twenty years of Strava's archive without photos stay under it. */
const FILE_BYTES_MAX = 2 ** 31;
const PIECE_BYTES = 2 ** 20;

/**
 * Takes a file in as it comes, a piece in memory at a time. Until the last byte is here the file is none: what breaks
 * off is removed.
 */
export async function receiveFile(
  db: Db,
  key: ImportKey,
  file: SentFile,
  content: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const begun = await begin(db, key, file);
  if (begun.state !== "begun") return begun;
  const upload = { ...key, position: file.position, mark: begun.mark };
  try {
    const bytes = await keepPieces(db, upload, content);
    if (bytes === "too_large" || bytes === "replaced") {
      await discard(db, upload);
      return { state: bytes };
    }
    return (await complete(db, upload, bytes)) ? { state: "received", bytes } : { state: "replaced" };
  } catch (problem) {
    await discard(db, upload);
    throw problem;
  }
}

/**
 * One sending of a file. Sent again while the first is still under way, the later one counts, and what is left of the
 * first must not touch it: the row of each has a mark of its own, the transaction that wrote it.
 */
interface Upload extends ImportKey {
  readonly position: number;
  readonly mark: string;
}

type Begun = { readonly state: "not_found" | "started" } | { readonly state: "begun"; readonly mark: string };

const begin = (db: Db, { athleteId, importId }: ImportKey, { name, position }: SentFile) =>
  asAthlete(db, athleteId, async (tx): Promise<Begun> => {
    const standing = await tx
      .selectFrom("activity_imports")
      .select("job_id")
      .where("id", "=", importId)
      .where("athlete_id", "=", athleteId)
      .forUpdate()
      .executeTakeFirst();
    if (standing === undefined) return { state: "not_found" };
    if (standing.job_id !== null) return { state: "started" };
    await tx
      .deleteFrom("import_files")
      .where("import_id", "=", importId)
      .where("position", "=", position)
      .execute();
    const { mark } = await tx
      .insertInto("import_files")
      .values({ import_id: importId, position, athlete_id: athleteId, name: storable(name, 300) })
      .returning(sql<string>`xmin::text`.as("mark"))
      .executeTakeFirstOrThrow();
    return { state: "begun", mark };
  });

/** How many bytes came. */
async function keepPieces(
  db: Db,
  upload: Upload,
  content: AsyncIterable<Uint8Array>,
): Promise<number | "too_large" | "replaced"> {
  let [bytes, piece, waitingBytes] = [0, 0, 0];
  let waiting: Uint8Array[] = [];
  const flush = async (): Promise<boolean> => {
    const whole = Buffer.concat(waiting, waitingBytes);
    [waiting, waitingBytes] = [[], 0];
    for (let from = 0; from < whole.length; from += PIECE_BYTES) {
      if (!(await insertPiece(db, upload, piece, whole.subarray(from, from + PIECE_BYTES)))) return false;
      piece += 1;
    }
    return true;
  };
  for await (const part of content) {
    bytes += part.length;
    if (bytes > FILE_BYTES_MAX) return "too_large";
    waiting.push(part);
    waitingBytes += part.length;
    if (waitingBytes >= PIECE_BYTES && !(await flush())) return "replaced";
  }
  return (await flush()) ? bytes : "replaced";
}

/** False when a later sending has taken the place of this one. */
const insertPiece = (
  db: Db,
  { athleteId, importId, mark, position }: Upload,
  piece: number,
  content: Buffer,
): Promise<boolean> =>
  asAthlete(db, athleteId, async (tx) => {
    const { numAffectedRows } = await sql`
      insert into import_pieces (import_id, position, piece, athlete_id, content)
      select import_id, position, ${piece}, athlete_id, ${content}
      from import_files
      where import_id = ${importId} and position = ${position} and xmin::text = ${mark}
    `.execute(tx);
    return numAffectedRows === 1n;
  });

const complete = (db: Db, { athleteId, importId, mark, position }: Upload, bytes: number): Promise<boolean> =>
  asAthlete(db, athleteId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("import_files")
      .set({ bytes })
      .where("import_id", "=", importId)
      .where("position", "=", position)
      .where(sql<boolean>`xmin::text = ${mark}`)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });

const discard = (db: Db, { athleteId, importId, mark, position }: Upload): Promise<unknown> =>
  asAthlete(db, athleteId, (tx) =>
    tx
      .deleteFrom("import_files")
      .where("import_id", "=", importId)
      .where("position", "=", position)
      .where("bytes", "is", null)
      .where(sql<boolean>`xmin::text = ${mark}`)
      .execute(),
  );
