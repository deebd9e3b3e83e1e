import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { ensureApplicationRole } from "../postgres/application-role.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { type JobQueue, openJobQueue } from "./job-queue.ts";
import { installQueue, QUEUE_SCHEMA } from "./queues.ts";

let database: TestDatabase;
let queue: JobQueue;

beforeAll(async () => {
  database = await createTestDatabase();
  await installQueue(database.url);
  await ensureApplicationRole(database.db, [QUEUE_SCHEMA]);
  queue = await openJobQueue({ url: database.appUrl, onProblem: () => undefined });
});
afterAll(async () => {
  await queue.stop();
  await database.close();
});

describe("the announcement of jobs", () => {
  it("tells of many jobs together, and of the last of them too", async () => {
    const listener = new pg.Client({ connectionString: database.appUrl });
    await listener.connect();
    let heard = 0;
    listener.on("notification", () => (heard += 1));
    await listener.query("listen strideiq_jobs");
    for (let jobs = 0; jobs < 200; jobs += 1) queue.announce();
    await expect.poll(() => heard).toBe(2);
    queue.announce();
    await expect.poll(() => heard).toBe(3);
    await listener.end();
  });

  it("may be lost: workers look by themselves", async () => {
    const done: string[] = [];
    const nothing = () => Promise.resolve();
    await queue.work({
      athlete: {
        run: (job) => Promise.resolve(done.push(job.athleteId)),
      },
      deliver: nothing,
      check: { run: nothing, giveUp: nothing },
      upkeep: nothing,
    });
    // Stored within a transaction, and nobody tells.
    const athleteId = newUuidV7();
    const job = { kind: "generate_plan", planId: newUuidV7(), athleteId } as const;
    await database.app.transaction().execute((tx) => queue.enqueue(job, tx));
    await expect.poll(() => done, { timeout: 15_000 }).toEqual([athleteId]);
  });
});
