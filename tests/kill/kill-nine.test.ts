import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, startEmbeddedPostgres } from "@strideiq/adapters";
import type { PlanWishInput } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { end, type ServerProcess, startServer } from "./server-process.ts";

const ROUNDS = 10;
const WISHES_PER_ROUND = 40;
const KILL_AFTER_MILLISECONDS_MAX = 400;

let folder: string;
let running: ServerProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-kill-"));
});

afterAll(async () => {
  if (running?.child.exitCode === null && running.child.signalCode === null) await end(running, "SIGKILL");
  await inDatabase(() => Promise.resolve());
  rmSync(folder, { recursive: true, force: true });
});

const wishes: readonly PlanWishInput[] = Array.from({ length: WISHES_PER_ROUND }, (_, index) => ({
  distance: (["5k", "10k", "half_marathon", "marathon"] as const)[index % 4] ?? "5k",
  raceDate: "2027-04-18",
  daysPerWeek: 4 + (index % 3),
  weeklyMetres: 45_000 + index * 500,
  longestMetres: 18_000,
}));

/**
 * Asks for a plan; the id when it was accepted, undefined when the kill came first. A server whose database was
 * killed before itself may say so: that wish was not accepted either.
 */
async function ask(address: string, wish: PlanWishInput): Promise<string | undefined> {
  try {
    const response = await fetch(`${address}/v1/plans`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
    });
    if (response.status === 503) return undefined;
    expect(response.status).toBe(202);
    return response.headers.get("location")?.replace("/v1/plans/", "");
  } catch (problem) {
    if (problem instanceof TypeError) return undefined;
    throw problem;
  }
}

const postmasterPid = (): number =>
  Number.parseInt(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8"), 10);

async function inDatabase<T>(work: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres({ folder, database: "strideiq" });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const db = openDatabase(server.value.url);
  try {
    return await work(db);
  } finally {
    await db.destroy();
    await server.value.stop();
  }
}

interface PlanRow {
  readonly id: string;
  readonly state: string;
  readonly versions: number;
  readonly logs: number;
}

const countGenerating = (): Promise<number> =>
  inDatabase(
    async (db) =>
      (await db.selectFrom("training_plans").select("id").where("state", "=", "generating").execute()).length,
  );

it(
  "makes every accepted plan ready, once, though the server is killed at ten random moments",
  { timeout: 600_000 },
  async () => {
    const accepted: string[] = [];
    let interrupted = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      running = await startServer({ DATA_DIR: folder });
      const { address } = running;
      const asked = wishes.map((wish) => ask(address, wish));
      await Promise.any(asked);
      await sleep(Math.random() * KILL_AFTER_MILLISECONDS_MAX);
      // Every third time the database is killed, too.
      if (round % 3 === 0) process.kill(postmasterPid(), "SIGKILL");
      await end(running, "SIGKILL");
      accepted.push(...(await Promise.all(asked)).filter((id) => id !== undefined));
      interrupted += await countGenerating();
    }
    expect(interrupted, "plans that a kill caught in the making").toBeGreaterThan(0);
    expect(accepted.length).toBeGreaterThan(0);

    running = await startServer({ DATA_DIR: folder });
    await expect.poll(countGenerating, { timeout: 180_000, interval: 500 }).toBe(0);

    const rows = await inDatabase(async (db) => {
      const found = await sql<PlanRow>`
        select id, state,
          (select count(*)::int from plan_versions where plan_id = plan.id) as versions,
          (select count(*)::int from generation_logs where plan_id = plan.id) as logs
        from training_plans as plan`.execute(db);
      return found.rows;
    });
    const outcomes = rows.map(
      ({ state, versions, logs }) => `${state}, versions: ${String(versions)}, logs: ${String(logs)}`,
    );
    expect([...new Set(outcomes)]).toEqual(["ready, versions: 1, logs: 1"]);
    const ids = new Set(rows.map(({ id }) => id));
    expect(accepted.filter((id) => !ids.has(id))).toEqual([]);
    console.log(`${String(rows.length)} plans, ${String(interrupted)} caught in the making`);
  },
);
