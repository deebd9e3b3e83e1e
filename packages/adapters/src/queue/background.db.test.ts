import {
  type AthleteJob,
  createGiveUpPlan,
  createMakeExport,
  type DeadLetterDesk,
  LOCAL_ATHLETE_ID,
  type PlanRepository,
} from "@strideiq/application";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { ensureApplicationRole } from "../postgres/application-role.ts";
import { createDeadLetterDesk } from "../postgres/dead-letter-desk.ts";
import { createExportShelf } from "../postgres/export-shelf.ts";
import { createMailOutbox, type Deliver } from "../postgres/mail-outbox.ts";
import { createOwnDataReader } from "../postgres/own-data.ts";
import { createPlanRepository } from "../postgres/plan-repository.ts";
import { storeAccount } from "../postgres/testing/an-account.fixture.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { tinyPlan, tinyRequest } from "../postgres/testing/tiny-plan.fixture.ts";
import { type JobQueue, openJobQueue } from "./job-queue.ts";
import { installQueue, QUEUE_SCHEMA } from "./queues.ts";
import type { Workers } from "./work-off-all.ts";

let database: TestDatabase;
let queue: JobQueue;
let plans: PlanRepository;
let desk: DeadLetterDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  await installQueue(database.url);
  await ensureApplicationRole(database.db, [QUEUE_SCHEMA]);
  // What is tried again is tried again at once.
  await sql`update pgboss.queue set retry_delay = 0, retry_backoff = false`.execute(database.db);
});
beforeEach(async () => {
  queue = await openJobQueue({ url: database.appUrl, onProblem: () => undefined });
  plans = createPlanRepository({
    db: database.app,
    enqueue: queue.enqueue,
    announce: queue.announce,
    renderSnapshot: () => "{}",
  });
  desk = createDeadLetterDesk({ db: database.app, box: queue.deadLetters });
});
afterEach(async () => {
  await queue.stop();
  await sql`truncate training_plans, jobs, mail_outbox, audit_log cascade`.execute(database.db);
  await sql`delete from pgboss.job`.execute(database.db);
});
afterAll(() => database.close());

const work = (workers: Partial<Workers>): Promise<void> =>
  queue.work({
    athlete: { run: () => Promise.resolve() },
    deliver: () => Promise.resolve(),
    check: { run: () => Promise.resolve(), giveUp: () => Promise.resolve() },
    upkeep: () => Promise.resolve(),
    ...workers,
  });

describe("a job that runs to an error again and again", { timeout: 30_000 }, () => {
  const administrator = { accountId: newUuidV7(), requestId: "request-1" };
  beforeAll(() => storeAccount(database.db, administrator.accountId));

  it("is told to its athlete as failed, laid aside, and done again when an administrator says so", async () => {
    const key = { planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID };
    const trace = { jobId: newUuidV7() };
    await plans.accept(key, tinyRequest, trace);
    let isBroken = true;
    let attempts = 0;
    const giveUpPlan = createGiveUpPlan({ plans });
    await work({
      athlete: {
        run: async () => {
          attempts += 1;
          if (isBroken) throw new Error("a defect");
          await plans.settle(key, { state: "ready", plan: tinyPlan() }, 1, trace);
        },
        giveUp: (job, problem) => (job.kind === "generate_plan" ? giveUpPlan(job, problem, trace) : never()),
      },
    });
    const jobState = async () =>
      (await database.db.selectFrom("jobs").select(["state", "revision"]).execute())[0];
    await expect.poll(jobState, { timeout: 20_000 }).toMatchObject({ state: "failed" });
    expect(attempts).toBe(5);
    expect(await plans.find(key)).toEqual({ state: "failed", failure: "Error: a defect" });

    await expect.poll(() => desk.list({ limit: 10 }), { timeout: 5_000 }).toHaveLength(1);
    const [letter] = await desk.list({ limit: 10 });
    expect(letter).toMatchObject({ queue: "athlete-jobs", problem: "Error: a defect", attempts: 5 });
    expect(letter?.job).toMatchObject({ kind: "generate_plan", ...key, trace });

    isBroken = false;
    expect(await desk.replay(letter?.letterId ?? "", administrator)).toBe(true);
    expect(await desk.replay(letter?.letterId ?? "", administrator)).toBe(false);
    await expect.poll(() => plans.find(key), { timeout: 10_000 }).toMatchObject({ state: "ready" });
    expect(await jobState()).toMatchObject({ state: "done" });
    expect(await desk.list({ limit: 10 })).toEqual([]);
    const audit = await database.db.selectFrom("audit_log").selectAll().execute();
    expect(audit).toMatchObject([
      { action: "job.replay", actor_id: administrator.accountId, subject_id: letter?.letterId },
    ]);
  });

  it("is put back by one of two administrators; and one for nobody in particular, like a letter, is put back, too", async () => {
    const mailIds = [newUuidV7(), newUuidV7()];
    for (const mailId of mailIds) await queue.enqueueMail(mailId);
    // Two days of tries are too long for a test.
    await sql`update pgboss.job set retry_limit = 1 where name = 'mail'`.execute(database.db);
    let isBroken = true;
    const delivered: string[] = [];
    await work({
      deliver: (mailId) => {
        if (isBroken) return Promise.reject(new Error("the post office is closed"));
        return Promise.resolve(void delivered.push(mailId));
      },
    });
    await expect.poll(() => desk.list({ limit: 10 }), { timeout: 20_000 }).toHaveLength(2);

    const [first] = await desk.list({ limit: 1 });
    const [second] = await desk.list({ limit: 1, after: first?.letterId ?? "" });
    expect([first?.job, second?.job].map((job) => job?.["mailId"]).toSorted()).toEqual(mailIds.toSorted());
    expect(first).toMatchObject({ queue: "mail", problem: "Error: the post office is closed", attempts: 2 });

    isBroken = false;
    const replays = [desk, desk].map((one) => one.replay(first?.letterId ?? "", administrator));
    expect((await Promise.all(replays)).toSorted()).toEqual([false, true]);
    await expect.poll(() => delivered, { timeout: 10_000 }).toEqual([first?.job["mailId"]]);
    // The page goes on after a letter that is there no more: from the beginning.
    expect(await desk.list({ limit: 10, after: first?.letterId ?? "" })).toMatchObject([
      { letterId: second?.letterId },
    ]);
    expect(await database.db.selectFrom("audit_log").selectAll().execute()).toHaveLength(1);
  });

  const never = (): Promise<never> => Promise.reject(new Error("another kind"));
});

describe("the order of jobs", { timeout: 30_000 }, () => {
  it("puts a waiting athlete before the night's work, however much of it there is", async () => {
    for (let index = 0; index < 30; index += 1) {
      const [athleteId, planId] = [newUuidV7(), newUuidV7()];
      await queue.enqueue({ kind: "refresh_answer", athleteId, planId });
    }
    const trace = { jobId: newUuidV7() };
    await plans.accept({ planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID }, tinyRequest, trace);
    const order: string[] = [];
    await work({ athlete: { run: (job) => Promise.resolve(order.push(job.kind)) } });
    await expect.poll(() => order.length, { timeout: 20_000 }).toBe(31);
    expect(order[0]).toBe("generate_plan");
  });
});

describe("a letter", { timeout: 30_000 }, () => {
  const mail = { kind: "reset", recipient: "ada@example.org", subject: "A link", text: "token=abc" };

  const outboxWith = (handOver: Deliver) =>
    createMailOutbox({ db: database.app, newId: newUuidV7, enqueue: queue.enqueueMail, handOver });

  it("that cannot be delivered is tried again, and emptied when it has left", async () => {
    const sent: string[] = [];
    let tries = 0;
    const outbox = outboxWith(({ text }) => {
      tries += 1;
      if (tries < 3) return Promise.reject(new Error("the post office is closed"));
      sent.push(text);
      return Promise.resolve();
    });
    await work({ deliver: outbox.deliver });
    await outbox.post(mail);
    const rows = () => database.db.selectFrom("mail_outbox").selectAll().execute();
    await expect.poll(rows, { timeout: 20_000 }).toMatchObject([{ body: null, failure: null, attempts: 3 }]);
    expect(sent).toEqual(["token=abc"]);
  });

  it("leaves once, though its job comes twice and both are done at the same time", async () => {
    const sent: string[] = [];
    const outbox = outboxWith(async ({ id }) => {
      await new Promise((done) => setTimeout(done, 50));
      sent.push(id);
    });
    await outbox.post(mail);
    const { id } = await database.db.selectFrom("mail_outbox").select("id").executeTakeFirstOrThrow();
    await Promise.all([outbox.deliver(id), outbox.deliver(id), outbox.deliver(id)]);
    await outbox.deliver(id);
    expect(sent).toEqual([id]);
  });

  it("of another version, which has no job, is found", async () => {
    const outbox = outboxWith(() => Promise.resolve());
    await outbox.post(mail);
    expect(await outbox.leftBehind()).toEqual([]);
    await sql`update mail_outbox set created_at = now() - interval '1 hour'`.execute(database.db);
    expect(await outbox.leftBehind()).toHaveLength(1);
  });
});

describe("an export", { timeout: 30_000 }, () => {
  it("is written once, though its job comes twice", async () => {
    const exports = createExportShelf({ db: database.app, enqueue: queue.enqueue, announce: queue.announce });
    const trace = { jobId: newUuidV7() };
    const key = { athleteId: LOCAL_ATHLETE_ID, jobId: trace.jobId };
    await exports.request(key, trace);
    const make = createMakeExport({ ownData: createOwnDataReader(database.app), exports });
    const seen: AthleteJob[] = [];
    await work({
      athlete: {
        run: async (job) => {
          seen.push(job);
          await Promise.all([make(key), make(key)]);
          await make(key);
        },
      },
    });
    await expect.poll(() => exports.find(key), { timeout: 10_000 }).toBeInstanceOf(Buffer);
    expect(seen).toEqual([{ kind: "export_data", athleteId: LOCAL_ATHLETE_ID, trace }]);
    expect(await exports.find({ ...key, athleteId: newUuidV7() })).toBeUndefined();
    expect(await exports.keep(key, "{}")).toBe(false);
  });
});
