import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { OwnData } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import { oneAsAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

type Row = OwnData["tables"][string][number];

const unpack = promisify(gunzip);

/** Every run of an athlete as it was recorded: its track in full, and its file as it came. */
export async function* createRecordings(db: Kysely<Database>, athleteId: string): AsyncGenerator<Row> {
  for (let after = FIRST; ;) {
    const row = await oneAsAthlete(db, athleteId, (one) =>
      one
        .selectFrom("activities")
        .select(["id", "speeds", "track", "original"])
        .where("athlete_id", "=", athleteId)
        .where("id", ">", after)
        .orderBy("id")
        .limit(1)
        .executeTakeFirst(),
    );
    if (row === undefined) return;
    const { id, speeds, track, original } = row;
    yield {
      activity_id: id,
      speeds,
      track: track === null ? null : (JSON.parse((await unpack(track)).toString("utf8")) as unknown),
      original:
        original === null ? null : { encoding: "base64 of gzip", content: original.toString("base64") },
    };
    after = id;
  }
}

/** Comes before every id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Every piece of a file that was sent and is not read yet. */
export async function* createUploads(db: Kysely<Database>, athleteId: string): AsyncGenerator<Row> {
  for (let last: readonly [string, number, number] = [FIRST, 0, 0]; ;) {
    const row = await oneAsAthlete(db, athleteId, (one) =>
      one
        .selectFrom("import_pieces")
        .select(["import_id", "position", "piece", "content"])
        .where("athlete_id", "=", athleteId)
        .where(
          sql<boolean>`(import_id, position, piece) > (${last[0]}::uuid, ${last[1]}::int, ${last[2]}::int)`,
        )
        .orderBy("import_id")
        .orderBy("position")
        .orderBy("piece")
        .limit(1)
        .executeTakeFirst(),
    );
    if (row === undefined) return;
    yield { ...row, content: { encoding: "base64", content: row.content.toString("base64") } };
    last = [row.import_id, row.position, row.piece];
  }
}
