import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import { installQueue } from "../../queue/queues.ts";
import { ensureApplicationRole, urlForRole } from "../application-role.ts";
import { openDatabase } from "../database.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../embedded/embedded-postgres.ts";
import { isAlive } from "../embedded/start-lock.ts";
import { stopPostmaster } from "../embedded/postmaster.ts";
import { migrate } from "../migrate.ts";
import type { Database } from "../schema.ts";

/** Where the migrations of this checkout lie. */
export const MIGRATIONS = join(import.meta.dirname, "../../../../../migrations");
const FOLDER_PREFIX = "strideiq-test-postgres-";
const RUN_VARIABLE = "STRIDEIQ_TEST_RUN";

/** A migrated database of its own on the test run's server. */
export interface TestDatabase {
  /** As the owner, who sees every row. */
  readonly db: Kysely<Database>;
  readonly url: string;
  /** As the application, which sees what it says whose rows it wants. */
  readonly app: Kysely<Database>;
  readonly appUrl: string;
  /** Empties all tables; the seeded athlete stays. */
  readonly reset: () => Promise<void>;
  /** Closes and drops the database, and leaves the server. */
  readonly close: () => Promise<void>;
}

/** One server per test run, one template database, a copy of it for each caller; or one without any table. */
export async function createTestDatabase(content: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const server = await startTestServer();
  const template = content === "empty" ? "template0" : await ensureTemplate(server.url);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await inMaintenance(server.url, async (client) => {
    await client.query(`create database ${name} template ${template}`);
  });
  const url = replaceDatabase(server.url, name);
  const db = openDatabase(url);
  const role = content === "empty" ? undefined : await ensureApplicationRole(db);
  const appUrl = role === undefined ? url : urlForRole(url, role);
  const app = openDatabase(appUrl);
  return {
    db,
    url,
    app,
    appUrl,
    reset: async () => {
      await sql`truncate training_plans cascade`.execute(db);
    },
    close: async () => {
      await Promise.all([db.destroy(), app.destroy()]);
      await inMaintenance(server.url, async (client) => {
        await client.query(`drop database ${name} with (force)`);
        if (role !== undefined) await client.query(`drop role ${role.name}`);
      });
      await server.stop();
    },
  };
}

/**
 * Holds the server for a whole run of vitest (`globalSetup`), so that it does not stop and start
 * between files. The returned function ends it and removes its data.
 */
export async function setup(): Promise<() => Promise<void>> {
  await removeLeftovers();
  process.env[RUN_VARIABLE] = String(process.pid);
  const server = await startTestServer();
  return async () => {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
  };
}

async function startTestServer(): Promise<EmbeddedPostgres> {
  const run = process.env[RUN_VARIABLE] ?? String(process.ppid);
  const folder = join(tmpdir(), `${FOLDER_PREFIX}${run}`);
  const server = await startEmbeddedPostgres({ folder, database: "strideiq", durable: false });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  return server.value;
}

/** A run that was killed leaves its server behind; the next one clears up. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX) || isAlive(Number(name.slice(FOLDER_PREFIX.length)))) continue;
    const folder = join(tmpdir(), name);
    await stopPostmaster(join(folder, "cluster"));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The template is made once per shape of the migrations, by whoever comes first. */
async function ensureTemplate(serverUrl: string): Promise<string> {
  const text = readdirSync(MIGRATIONS)
    .toSorted()
    .map((name) => readFileSync(join(MIGRATIONS, name), "utf8"));
  const name = `template_${createHash("sha256").update(text.join("\n")).digest("hex").slice(0, 16)}`;
  await inMaintenance(serverUrl, async (client) => {
    await client.query("select pg_advisory_lock(4711)");
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rows.length > 0) return;
    const unfinished = `${name}_new`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    const db = openDatabase(replaceDatabase(serverUrl, unfinished));
    await migrate(db, MIGRATIONS);
    await db.destroy();
    // A service finds the queue's tables already there: laying them out takes it longer than a copy of them.
    await installQueue(replaceDatabase(serverUrl, unfinished));
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

async function inMaintenance<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: replaceDatabase(serverUrl, "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function replaceDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
