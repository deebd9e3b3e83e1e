import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  openDatabase,
  prepareDatabase,
  type RedisServer,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  startRedis,
} from "@strideiq/adapters";
import { sql } from "kysely";
import { optionalSession } from "../../../tests/faults/send.ts";
import { closeConnections } from "../http.ts";
import { startMember } from "../server.ts";
import { postUntilReady } from "../waiting-times.ts";
import { copyAthletes, type Source } from "./athletes-of-sql.ts";
import type { LoadedAthlete } from "./jobs.ts";
import { type Client, megabytesOf, startClient } from "./processes.ts";

const APIS = 2;
const SOURCES = 24;
const MIGRATIONS = join(import.meta.dirname, "../../../migrations");

/** Processes that answer, and what they tell of themselves. */
export interface Front {
  readonly ports: readonly number[];
  readonly pids: readonly number[];
  /** The sum of a figure over all processes. */
  readonly figure: (row: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Thousands of athletes, their database, and the service in front of it. */
export interface Town {
  readonly db: ReturnType<typeof openDatabase>;
  readonly redis: RedisServer | undefined;
  readonly athletes: readonly LoadedAthlete[];
  readonly client: Client;
  /** Starts processes that answer, with nothing in their caches. */
  readonly open: (settings?: Readonly<Record<string, string>>) => Promise<Front>;
  readonly stop: () => Promise<void>;
}

export async function buildTown(bodies: readonly string[], count: number, hasRedis: boolean): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), "strideiq-load-"));
  const server = await startEmbeddedPostgres({ folder, database: "strideiq" });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const { url } = server.value;
  const redis = hasRedis ? await startRedis() : undefined;
  const env = {
    DATABASE_URL: url,
    DATA_DIR: join(folder, "data"),
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
  };
  const worker = await startMember("worker", env);
  const db = openDatabase(url);
  const open = (settings: Readonly<Record<string, string>> = {}): Promise<Front> =>
    openFront({ ...env, ...settings });
  const sources = await realPlans(open, bodies);
  const prepared = await prepareDatabase({ ownerUrl: url, migrations: MIGRATIONS, install: [] });
  if (!prepared.ok) throw new Error(prepared.error.type);
  const athletes = await copyAthletes(db, sources, 0, count, prepared.value.secret);
  await sql`checkpoint`.execute(db);
  const file = join(folder, "athletes.json");
  writeFileSync(file, JSON.stringify(athletes));
  const client = startClient(file);
  return {
    db,
    redis,
    athletes,
    client,
    open,
    stop: async () => {
      await client.stop();
      await worker.stop();
      await redis?.stop();
      await db.destroy();
      await server.value.stop();
      await removeEmbeddedPostgres(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Plans that the service makes itself, which have a session that can be run in two ways. */
async function realPlans(open: Town["open"], bodies: readonly string[]): Promise<readonly Source[]> {
  const front = await open();
  const address = `http://127.0.0.1:${String(front.ports[0])}`;
  const { visitors } = await postUntilReady(address, bodies.slice(0, SOURCES * 2));
  const sources: Source[] = [];
  for (const { path, cookie = "" } of visitors) {
    const text = await (await fetch(`${address}${path}`, { headers: { cookie } })).text();
    const sessionId = optionalSession(text);
    if (sessionId !== undefined) sources.push({ planId: path.split("/").at(-1) ?? "", sessionId });
  }
  closeConnections();
  await front.stop();
  return sources.slice(0, SOURCES);
}

async function openFront(env: Readonly<Record<string, string>>): Promise<Front> {
  const metrics = await Promise.all(Array.from({ length: APIS }, freePort));
  const members = await Promise.all(
    metrics.map((port) => startMember("api", { ...env, METRICS_PORT: String(port) })),
  );
  const figure = async (row: string): Promise<number> => {
    const texts = await Promise.all(
      metrics.map(async (port) => (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text()),
    );
    const lines = texts.flatMap((text) => text.split("\n").filter((line) => line.startsWith(`${row} `)));
    return lines.reduce((sum, line) => sum + Number(line.slice(row.length)), 0);
  };
  return {
    ports: members.map(({ address }) => Number(new URL(address).port)),
    pids: members.map(({ pid }) => pid),
    figure,
    stop: async () => {
      await Promise.all(members.map(({ stop }) => stop()));
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return address === null || typeof address === "string" ? 0 : address.port;
}

/** Transactions that the database has ended so far. */
export async function transactionsOf({ db }: Pick<Town, "db">): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ readonly n: string }>`
    select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`.execute(
    db,
  );
  return Number(rows[0]?.n);
}

export const mostMegabytes = ({ pids }: Front): number =>
  Math.max(...pids.map((pid) => megabytesOf(pid).most));
