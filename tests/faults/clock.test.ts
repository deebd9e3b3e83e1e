import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  createSystemClock,
  openDatabase,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from "@strideiq/adapters";
import type { Clock } from "@strideiq/application";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadAccessSeeds } from "../../apps/server/src/compose/access.ts";
import { readConfiguration } from "../../apps/server/src/compose/configuration.ts";
import { readShipped } from "../../apps/server/src/compose/shipped.ts";
import { type Service, startService } from "../../apps/server/src/compose/service.ts";
import { audit } from "./audit.ts";
import { startLoad } from "./load.ts";

const root = resolve(import.meta.dirname, "../..");
const DAY = 24 * 3_600_000;
/** Where the clock stands against the real one, one after the other, in days; never so far that a guest's 14 run out. */
const JUMPS = [1, -1, 6, 0, -6, 0.04, -0.04, 6, -6, 0] as const;
const RACE_DAYS = 140;
const MORE = 5;

let folder: string;
let db: ReturnType<typeof openDatabase>;
let service: Service;
let leave: () => Promise<void>;
const clock = { jump: 0 };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-clock-"));
  const server = await startEmbeddedPostgres({ folder, database: "strideiq" });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  leave = server.value.stop;
  service = await serve(server.value.url, join(folder, "data"), () => clock.jump);
  db = openDatabase(server.value.url);
}, 120_000);
afterAll(async () => {
  await service.stop();
  await db.destroy();
  await leave();
  await removeEmbeddedPostgres(folder);
}, 120_000);

it("what was acknowledged is found, once, and nothing is stuck, after the clock jumped ten times", async () => {
  const raceDate = new Date(Date.now() + RACE_DAYS * DAY).toISOString().slice(0, 10);
  const load = startLoad([service.address ?? ""], raceDate);
  try {
    for (const days of JUMPS) {
      const before = load.count();
      await expect.poll(load.count, { timeout: 60_000 }).toBeGreaterThan(before + MORE);
      clock.jump = days * DAY;
    }
  } finally {
    await load.stop();
  }
  await audit({ db }, "the clock jumps, by up to 12 days", JUMPS.length, await load.stop());
});

/** The whole service in this process, on a clock that jumps: the moment, and the milliseconds that should only grow. */
async function serve(url: string, data: string, jump: () => number): Promise<Service> {
  const env = { DATABASE_URL: url, DATA_DIR: data, PORT: "0", LOG_LEVEL: "fatal", ...LIMITS };
  const [configuration, shipped, seeds] = [
    readConfiguration(env, root),
    await readShipped(root),
    await loadAccessSeeds(root),
  ];
  if (!configuration.ok || !shipped.ok || !seeds.ok)
    throw new Error(JSON.stringify([configuration, shipped.ok, seeds.ok]));
  const real = createSystemClock(() => new Date(Date.now() + jump()));
  const jumping: Clock = { ...real, milliseconds: () => real.milliseconds() + jump() };
  const started = await startService(configuration.value, shipped.value, seeds.value, jumping);
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

const LIMITS = { PLANS_PER_MINUTE: "1000000", REQUESTS_PER_MINUTE: "1000000" };
