import type { ImportKey, Received } from "@strideiq/application";
import type { Kysely } from "kysely";
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
  if (begun !== null) return { state: begun };
  try {
    const bytes = await keepPieces(db, key, file, content);
    if (bytes === null) {
      await discard(db, key, file);
      return { state: "too_large" };
    }
    await complete(db, key, file, bytes);
    return { state: "received", bytes };
  } catch (problem) {
    await discard(db, key, file);
    throw problem;
  }
}

const begin = (db: Db, { athleteId, importId }: ImportKey, { name, position }: SentFile) =>
  asAthlete(db, athleteId, async (tx): Promise<"not_found" | "started" | null> => {
    const standing = await tx
      .selectFrom("activity_imports")
      .select("job_id")
      .where("id", "=", importId)
      .where("athlete_id", "=", athleteId)
      .forUpdate()
      .executeTakeFirst();
    if (standing === undefined) return "not_found";
    if (standing.job_id !== null) return "started";
    await tx
      .deleteFrom("import_files")
      .where("import_id", "=", importId)
      .where("position", "=", position)
      .execute();
    await tx
      .insertInto("import_files")
      .values({ import_id: importId, position, athlete_id: athleteId, name: storable(name, 300) })
      .execute();
    return null;
  });

/** How many bytes came; null when they were too many. */
async function keepPieces(
  db: Db,
  key: ImportKey,
  file: SentFile,
  content: AsyncIterable<Uint8Array>,
): Promise<number | null> {
  let [bytes, piece, waitingBytes] = [0, 0, 0];
  let waiting: Uint8Array[] = [];
  const flush = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    const whole = Buffer.concat(waiting, waitingBytes);
    for (let from = 0; from < whole.length; from += PIECE_BYTES) {
      await insertPiece(db, key, file, piece, whole.subarray(from, from + PIECE_BYTES));
      piece += 1;
    }
    [waiting, waitingBytes] = [[], 0];
  };
  for await (const part of content) {
    bytes += part.length;
    if (bytes > FILE_BYTES_MAX) return null;
    waiting.push(part);
    waitingBytes += part.length;
    if (waitingBytes >= PIECE_BYTES) await flush();
  }
  await flush();
  return bytes;
}

const insertPiece = (
  db: Db,
  { athleteId, importId }: ImportKey,
  { position }: SentFile,
  piece: number,
  content: Buffer,
): Promise<unknown> =>
  asAthlete(db, athleteId, (tx) =>
    tx
      .insertInto("import_pieces")
      .values({ import_id: importId, position, piece, athlete_id: athleteId, content })
      .execute(),
  );

const complete = (
  db: Db,
  { athleteId, importId }: ImportKey,
  { position }: SentFile,
  bytes: number,
): Promise<unknown> =>
  asAthlete(db, athleteId, (tx) =>
    tx
      .updateTable("import_files")
      .set({ bytes })
      .where("import_id", "=", importId)
      .where("position", "=", position)
      .execute(),
  );

const discard = (db: Db, { athleteId, importId }: ImportKey, { position }: SentFile): Promise<unknown> =>
  asAthlete(db, athleteId, (tx) =>
    tx
      .deleteFrom("import_files")
      .where("import_id", "=", importId)
      .where("position", "=", position)
      .where("bytes", "is", null)
      .execute(),
  );
