import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from "@strideiq/adapters";
import { bareInsertOf, insertBare } from "./bare-rows.ts";
import { changeFigures } from "./change-figures.ts";
import type { Figure } from "./figure.ts";
import { closeConnections } from "./http.ts";
import { startMember, startTrivialServer } from "./server.ts";
import { allAtOnce, postUntilReady } from "./waiting-times.ts";

const CROWD = 1_000;
/** A server that has run for a while: what its first thousand plans need more is for the compiler to learn the code. */
const BEFORE = 1_000;
const WORKERS = 2;
const LAST_MILLISECONDS_MAX = 10_000;
const SHARE_MIN = 0.5;

const MIGRATIONS = join(import.meta.dirname, "../../migrations");

export type CrowdPart = "crowd" | "changes";

/** A thousand who ask at the same moment, and a change fifty times a second: one API process, two workers. */
export async function crowdFigures(
  bodies: readonly string[],
  isWanted: (part: CrowdPart) => boolean,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "strideiq-crowd-"));
  const [stored, raw] = [await openOn(folder, "strideiq"), await openOn(folder, "raw_limit")];
  await migrate(raw.db, MIGRATIONS);
  const env = { DATABASE_URL: stored.url, DATA_DIR: join(folder, "data") };
  const api = await startMember("api", env);
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startMember("worker", env)));
  const trivial = await startTrivialServer();
  try {
    const crowd = isWanted("crowd") ? await crowdOf(api.address, bodies, stored.db, raw.db) : [];
    // Connections that were idle meanwhile are closed by the server at any moment.
    closeConnections();
    const changes = isWanted("changes") ? await changeFigures(api.address, bodies, trivial.address) : [];
    return [...crowd, ...changes];
  } finally {
    closeConnections();
    await Promise.all([api, ...workers].map(({ stop }) => stop()));
    await trivial.stop();
    await Promise.all([stored.close(), raw.close()]);
    await removeEmbeddedPostgres(folder);
  }
}

async function crowdOf(
  address: string,
  bodies: readonly string[],
  stored: Database,
  raw: Database,
): Promise<readonly Figure[]> {
  const wishes = Array.from({ length: CROWD }, (_, index) => bodies[index % bodies.length] ?? "");
  await postUntilReady(address, wishes.slice(0, BEFORE));
  const { times, planIds } = await postUntilReady(address, wishes);
  const inserts = await Promise.all(planIds.map((planId) => bareInsertOf(stored, planId)));
  const bare = await allAtOnce(inserts, (insert) => insertBare(raw, insert));
  return crowdRows(Math.max(...times), Math.max(...bare), new Set(planIds).size);
}

type Database = ReturnType<typeof openDatabase>;

async function openOn(folder: string, database: string) {
  const server = await startEmbeddedPostgres({ folder, database });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const { url, stop } = server.value;
  const db = openDatabase(url);
  const close = async (): Promise<void> => {
    await db.destroy();
    await stop();
  };
  return { db, url, close };
}

const crowdRows = (last: number, bareLast: number, plans: number): readonly Figure[] => [
  {
    name: `${plans} at once, two workers: the last`,
    value: last,
    unit: "ms",
    aim: LAST_MILLISECONDS_MAX,
    limit: { name: "the same rows bare", value: bareLast },
  },
  {
    name: `${plans} at once, two workers: share of the bare rate`,
    value: bareLast / last,
    unit: "",
    aim: SHARE_MIN,
  },
];
