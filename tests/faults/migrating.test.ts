import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { openDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from "@strideiq/adapters";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { audit } from "./audit.ts";
import { end, freePort, startMember } from "./house.ts";
import { startLoad } from "./load.ts";

const PLANS = 5;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-migrating-"));
});
afterAll(() => removeEmbeddedPostgres(folder));

it.each(["once", "once more"])(
  "two servers that start on an empty database migrate it once, and both serve; %s",
  async (round) => {
    const database = round.replace(" ", "_");
    const server = await startEmbeddedPostgres({ folder, database });
    if (!server.ok) throw new Error(JSON.stringify(server.error));
    const db = openDatabase(server.value.url);
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: server.value.url,
      DATA_DIR: join(folder, "data"),
      TODAY: "2026-11-23",
      LOG_LEVEL: "fatal",
    };
    const ports = [await freePort(), await freePort()];
    const both = await Promise.all(ports.map((port) => startMember("all", { ...env, PORT: String(port) })));
    try {
      const migrations = await sql`select name from kysely_migration`.execute(db);
      expect(migrations.rows).toHaveLength(readdirSync(join(import.meta.dirname, "../../migrations")).length);
      const load = startLoad(ports.map((port) => `http://127.0.0.1:${String(port)}`));
      await expect
        .poll(load.count, { timeout: 60_000 })
        .toBeGreaterThan(PLANS)
        .finally(() => load.stop());
      await audit({ db }, `two servers migrate at once, ${round}`, 1, await load.stop());
    } finally {
      await Promise.all(both.map((child) => end(child, "SIGTERM")));
      await db.destroy();
      await server.value.stop();
    }
  },
);
