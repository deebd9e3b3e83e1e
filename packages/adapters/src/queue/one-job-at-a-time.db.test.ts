import type { AnalysedFile } from "@strideiq/activity";
import {
  type AthleteJob,
  createGenerateStoredPlan,
  createImportRuns,
  LOCAL_ATHLETE_ID,
} from "@strideiq/application";
import { ok } from "@strideiq/engine";
import { realActivityRules } from "@strideiq/testing";
import { sql } from "kysely";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSystemClock } from "../clock/system-clock.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { ensureApplicationRole } from "../postgres/application-role.ts";
import { createJobBoard } from "../postgres/job-shelf.ts";
import { createPlanRepository } from "../postgres/plan-repository.ts";
import { createImports } from "../postgres/runs/import-shelf.ts";
import { createImportWork } from "../postgres/runs/import-work.ts";
import { createRunStore } from "../postgres/runs/run-desk.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { tinyPlan, tinyRequest } from "../postgres/testing/tiny-plan.fixture.ts";
import { type JobQueue, openJobQueue } from "./job-queue.ts";
import { EARLIER_IMPORT_QUEUE, installQueue, QUEUE_SCHEMA } from "./queues.ts";

let database: TestDatabase;
let queue: JobQueue;
const clock = createSystemClock();

beforeAll(async () => {
  database = await createTestDatabase();
  await installQueue(database.url);
  await ensureApplicationRole(database.db, [QUEUE_SCHEMA]);
});
beforeEach(async () => {
  queue = await openJobQueue({ url: database.appUrl, onProblem: () => undefined });
});
afterEach(async () => {
  await queue.stop();
  await database.reset();
  await sql`delete from pgboss.job`.execute(database.db);
});
afterAll(() => database.close());

const FILES = 6;
const fileAt = (number: number): AnalysedFile => ({
  name: `${String(number)}.fit`,
  number,
  of: FILES,
  refusal: null,
  faults: [],
  activities: [],
  original: null,
});

/** Reads an archive whose second file takes until `until` has come true. */
const readerThatWaits = (until: Promise<unknown>) => () => ({
  read: async function* (_source: unknown, from: number) {
    for (let number = from; number < FILES; number += 1) {
      if (number === 1) await until;
      yield fileAt(number);
    }
  },
  close: () => Promise.resolve(),
});

const plans = () =>
  createPlanRepository({
    db: database.app,
    enqueue: queue.enqueue,
    announce: queue.announce,
    renderSnapshot: () => "{}",
  });

async function askForPlan(athleteId: string): Promise<string> {
  const planId = newUuidV7();
  await plans().accept({ planId, athleteId }, tinyRequest, { jobId: newUuidV7() });
  return planId;
}

async function newAthlete(): Promise<string> {
  const id = newUuidV7();
  await database.db.insertInto("athletes").values({ id, name: "Ada" }).execute();
  return id;
}

/** An archive of one athlete that is to be read. */
async function startImport(
  athleteId: string,
): Promise<{ readonly importId: string; readonly jobId: string }> {
  const imports = createImports({ db: database.app, enqueue: queue.enqueue, announce: queue.announce });
  const [importId, jobId] = [newUuidV7(), newUuidV7()];
  await imports.open({ athleteId }, importId, "Europe/Zurich");
  const bytes = (async function* () {
    yield await Promise.resolve(Buffer.from("archive"));
  })();
  await imports.receive({ athleteId, importId }, { position: 0, name: "archive.zip" }, bytes);
  await imports.start({ athleteId, importId }, { jobId });
  return { importId, jobId };
}

interface Told {
  readonly athleteId: string;
  readonly kind: string;
  readonly what: "begins" | "ends";
}

/** Works everything off, and tells when which job began and ended. */
async function workAll(until: Promise<unknown>): Promise<readonly Told[]> {
  const told: Told[] = [];
  const board = createJobBoard(database.app);
  const importRuns = createImportRuns({
    work: createImportWork({ db: database.app, putBack: queue.putBack }),
    runs: createRunStore(database.app),
    openReader: readerThatWaits(until),
    clock,
    activityRules: realActivityRules(),
  });
  const generate = createGenerateStoredPlan({
    plans: plans(),
    clock,
    checkRequest: ok,
    generate: (request) => ok(tinyPlan(request)),
  });
  const runJob = (job: AthleteJob): Promise<unknown> => {
    if (job.kind === "import_runs") return importRuns(job, job.trace);
    return job.kind === "generate_plan" ? generate(job, job.trace) : Promise.reject(new Error(job.kind));
  };
  await queue.work({
    athlete: {
      begin: async (jobs) => {
        const begun = await board.begin(jobs.flatMap(({ trace }) => trace?.jobId ?? []));
        return ({ trace }) => trace !== undefined && begun.has(trace.jobId);
      },
      run: async (job) => {
        const { athleteId, kind } = job;
        told.push({ athleteId, kind, what: "begins" });
        await runJob(job).finally(() => told.push({ athleteId, kind, what: "ends" }));
      },
    },
    deliver: () => Promise.resolve(),
    check: { run: () => Promise.resolve(), giveUp: () => Promise.resolve() },
    upkeep: () => Promise.resolve(),
  });
  return told;
}

const stateOf = async (planId: string): Promise<string | undefined> =>
  (await database.db.selectFrom("training_plans").select("state").where("id", "=", planId).executeTakeFirst())
    ?.state;
const importJob = () =>
  database.db.selectFrom("jobs").selectAll().where("kind", "=", "import_runs").executeTakeFirstOrThrow();

describe("an athlete", { timeout: 60_000 }, () => {
  it("who imports an archive has one job at a time: the archive steps aside for a plan, and others do not wait for it", async () => {
    const [ada, ben] = [LOCAL_ATHLETE_ID, await newAthlete()];
    let goOn: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { importId } = await startImport(ada);
    const told = await workAll(until);
    await expect.poll(async () => (await importJob()).progress_done, { timeout: 20_000 }).toBe(1);
    const [own, others] = [await askForPlan(ada), await askForPlan(ben)];
    await expect.poll(() => stateOf(others), { timeout: 20_000 }).toBe("ready");
    expect(await stateOf(own)).toBe("generating");
    goOn();
    await expect.poll(() => stateOf(own), { timeout: 20_000 }).toBe("ready");
    await expect.poll(async () => (await importJob()).state, { timeout: 30_000 }).toBe("done");
    expect(
      told.filter(({ athleteId }) => athleteId === ada).map(({ kind, what }) => `${kind} ${what}`),
    ).toEqual([
      "import_runs begins",
      "import_runs ends",
      "generate_plan begins",
      "generate_plan ends",
      "import_runs begins",
      "import_runs ends",
    ]);
    expect(await importJob()).toMatchObject({ attempts: 1, progress_done: FILES });
    const reports = await database.db
      .selectFrom("import_reports")
      .select("number")
      .where("import_id", "=", importId)
      .orderBy("number")
      .execute();
    expect(reports.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("whose import a server of the version before put into a queue of its own still has it read", async () => {
    const { importId, jobId } = await startImport(LOCAL_ATHLETE_ID);
    await sql`delete from pgboss.job`.execute(database.db);
    const job = { kind: "import_runs", athleteId: LOCAL_ATHLETE_ID, importId, trace: { jobId } };
    const earlier = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
    await earlier.start();
    await earlier.send(EARLIER_IMPORT_QUEUE, job, { id: jobId, singletonKey: LOCAL_ATHLETE_ID });
    await earlier.stop({ graceful: false });
    await workAll(Promise.resolve());
    await expect.poll(async () => (await importJob()).state, { timeout: 20_000 }).toBe("done");
  });

  it("who cancels an import that stepped aside has it read no further", async () => {
    const { importId, jobId } = await startImport(LOCAL_ATHLETE_ID);
    await sql`delete from pgboss.job`.execute(database.db);
    const key = { athleteId: LOCAL_ATHLETE_ID, importId };
    const work = createImportWork({ db: database.app, putBack: queue.putBack });
    await createJobBoard(database.app).begin([jobId]);
    await work.stepAside(key, { jobId });
    expect(await importJob()).toMatchObject({ state: "waiting", attempts: 0 });
    await database.db
      .updateTable("jobs")
      .set({ state: "cancelled", finished_at: new Date() })
      .where("id", "=", jobId)
      .execute();
    await work.stepAside(key, { jobId });
    expect(await work.keep({ ...key, jobId }, 0, fileAt(0))).toBe("unwanted");
    const { rows } = await sql`select id from pgboss.job where data ->> 'importId' = ${importId}`.execute(
      database.db,
    );
    expect(rows).toHaveLength(1);
  });
});
