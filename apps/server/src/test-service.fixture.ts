import { resolve } from "node:path";
import process from "node:process";
import type { TestDatabase } from "@strideiq/adapters";
import { PlanAnswer, type PlanWishInput } from "@strideiq/contracts";
import { expect, vi } from "vitest";
import { type Configuration, readConfiguration } from "./compose/configuration.ts";
import { type AccessSeeds, loadAccessSeeds } from "./compose/access.ts";
import { readShipped } from "./compose/shipped.ts";
import { type Service, startService } from "./compose/service.ts";
import { startProcesses } from "./processes.fixture.ts";
import type { Visitor } from "./http/call-server.fixture.ts";

/** How many processes each test's service is made of: one, in this process, unless told otherwise. */
const PROCESSES = Number(process.env["STRIDEIQ_TEST_PROCESSES"] ?? "1");

export const root = resolve(import.meta.dirname, "../../..");

/**
 * The whole service on a test's own database, on a free port: in this process, or as several real ones. A test that
 * asks for one role alone, or for a configuration that is no file's, gets it here.
 */
export async function startTestService(
  database: TestDatabase,
  changed: Partial<Configuration> = {},
  changedSeeds: Partial<AccessSeeds> = {},
): Promise<Service> {
  const isUsual = changed.role === undefined && Object.keys(changedSeeds).length === 0;
  if (PROCESSES > 1 && isUsual) return startProcesses(database.url, changed);
  const env = { DATABASE_URL: database.url, PORT: "0", TODAY: "2026-11-23", LOG_LEVEL: "silent" };
  const configuration = readConfiguration(env, root);
  const shipped = await readShipped(root);
  const seeds = await loadAccessSeeds(root);
  if (!configuration.ok || !shipped.ok || !seeds.ok)
    throw new Error(JSON.stringify([configuration, shipped, seeds]));
  const started = await startService({ ...configuration.value, ...changed }, shipped.value, {
    ...seeds.value,
    ...changedSeeds,
  });
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

export const marathonWish: PlanWishInput = {
  distance: "marathon",
  raceDate: "2027-04-18",
  daysPerWeek: 5,
  timeZone: "Europe/Berlin",
  unavailable: ["mon"],
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  result: { distance: "half_marathon", seconds: 5_900 },
};

/** Asks for a plan and waits until it is settled. */
export async function settledPlan(visitor: Visitor, wish: PlanWishInput = marathonWish): Promise<PlanAnswer> {
  const accepted = await visitor.call("/v1/plans", { method: "POST", body: wish });
  expect(accepted.status).toBe(202);
  const address = String(accepted.headers["location"]);
  return vi.waitFor(
    async () => {
      const answer = PlanAnswer.parse((await visitor.call(address)).json);
      expect(answer.status).not.toBe("generating");
      return answer;
    },
    { timeout: 20_000, interval: 20 },
  );
}
