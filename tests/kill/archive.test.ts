import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from "@strideiq/adapters";
import { ImportAnswer, JobAnswer } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeStravaArchive } from "../../packages/activity-files/src/synthetic/strava-archive.fixture.ts";
import { end, type ServerProcess, startServer } from "./server-process.ts";

/** What eight years of running leave behind. */
const ACTIVITIES = 5000;
const KILLS = 2;

let folder: string;
let database: Awaited<ReturnType<typeof openOwnDatabase>>;
let running: ServerProcess | undefined;

/** A PostgreSQL that lives on when the server is killed. */
async function openOwnDatabase() {
  const server = await startEmbeddedPostgres({ folder: join(folder, "postgres"), database: "strideiq" });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  return server.value;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-archive-"));
  database = await openOwnDatabase();
});
afterAll(async () => {
  if (running !== undefined) await end(running, "SIGKILL");
  await database.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
});

const start = (): Promise<ServerProcess> =>
  startServer({ DATABASE_URL: database.url, DATA_DIR: join(folder, "data") });

/** Asks the server that runs at the moment, as the guest that the first answer made. */
function asGuest() {
  let cookie = "";
  return async (
    path: string,
    method = "GET",
    body?: BodyInit,
    type = "application/json",
  ): Promise<unknown> => {
    const headers = { cookie, ...(body === undefined ? {} : { "content-type": type }) };
    const answer = await fetch(`${running?.address ?? ""}${path}`, { method, headers, body: body ?? null });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(";")[0] ?? "";
    expect(answer.ok, `${method} ${path}`).toBe(true);
    return answer.json();
  };
}

it(
  "reads each activity of an archive once, though the server is killed in the midst of it",
  { timeout: 600_000 },
  async () => {
    const path = join(folder, "export.zip");
    writeStravaArchive(path, { activities: ACTIVITIES, layout: 94 });
    running = await start();
    const ask = asGuest();
    const opened = ImportAnswer.parse(
      await ask("/v1/imports", "POST", JSON.stringify({ timeZone: "Europe/Zurich" })),
    );
    const address = `/v1/imports/${opened.importId}`;
    await ask(`${address}/files/0?name=export.zip`, "PUT", readFileSync(path), "application/octet-stream");
    const { jobId } = ImportAnswer.parse(await ask(`${address}/start`, "POST"));
    const readSoFar = async (): Promise<number> =>
      JobAnswer.parse(await ask(`/v1/jobs/${jobId ?? ""}`)).progress?.done ?? 0;

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const goal = (ACTIVITIES * kill) / (KILLS + 1);
      await expect.poll(readSoFar, { timeout: 120_000, interval: 20 }).toBeGreaterThanOrEqual(goal);
      await end(running, "SIGKILL");
      running = await start();
      expect(await readSoFar(), "read before anything was read anew").toBeLessThan(ACTIVITIES);
    }
    await expect
      .poll(() => ask(address), { timeout: 200_000, interval: 200 })
      .toHaveProperty("status", "done");
    expect(await ask(address)).toMatchObject({
      read: ACTIVITIES,
      outcomes: { imported: ACTIVITIES, known: 0 },
    });

    const db = openDatabase(database.url);
    const { rows } = await sql`
      select (select count(*)::int from activities) as activities,
        (select count(distinct start_at)::int from activities) as starts,
        (select count(*)::int from import_reports) as reports,
        (select count(*)::int from import_pieces) as pieces`
      .execute(db)
      .finally(() => db.destroy());
    expect(rows).toEqual([{ activities: ACTIVITIES, starts: ACTIVITIES, reports: ACTIVITIES, pieces: 0 }]);
  },
);
