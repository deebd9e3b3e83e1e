import {
  type AthleteJob,
  createGenerateStoredPlan,
  createGiveUpPlan,
  LOCAL_ATHLETE_ID,
  type PlanKey,
} from "@strideiq/application";
import { ok } from "@strideiq/engine";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSystemClock } from "../clock/system-clock.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { ensureApplicationRole } from "../postgres/application-role.ts";
import { createJobBoard, createJobShelf } from "../postgres/job-shelf.ts";
import { createPlanRepository } from "../postgres/plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { tinyPlan, tinyRequest } from "../postgres/testing/tiny-plan.fixture.ts";
import { type JobQueue, openJobQueue } from "./job-queue.ts";
import { ATHLETE_QUEUE, EARLIER_QUEUE, installQueue, QUEUE_SCHEMA } from "./queues.ts";
import type { Workers } from "./work-off-all.ts";

let database: TestDatabase;
let queue: JobQueue;
let problems: unknown[];

beforeAll(async () => {
  database = await createTestDatabase();
  await installQueue(database.url);
  await ensureApplicationRole(database.db, [QUEUE_SCHEMA]);
});
afterEach(async () => {
  await queue.stop();
  await database.reset();
});
afterAll(() => database.close());

const open = async (): Promise<void> => {
  problems = [];
  queue = await openJobQueue({ url: database.appUrl, onProblem: (problem) => problems.push(problem) });
};

const repository = () =>
  createPlanRepository({
    db: database.app,
    enqueue: (job, transaction) => queue.enqueue(job, transaction),
    announce: () => {
      queue.announce();
    },
    renderSnapshot: () => "{}",
  });

const check = { run: () => Promise.resolve(), giveUp: () => Promise.resolve() };

const workAthletes = (one: JobQueue, athlete: Workers["athlete"]): Promise<void> =>
  one.work({ athlete, deliver: () => Promise.resolve(), check, upkeep: () => Promise.resolve() });

const planOf = (job: AthleteJob): string => ("planId" in job ? job.planId : "none");

const handlers = (run?: (job: AthleteJob) => Promise<unknown>) => {
  const plans = repository();
  const generate = createGenerateStoredPlan({
    plans,
    clock: createSystemClock(),
    checkRequest: ok,
    generate: (request) => ok(tinyPlan(request)),
  });
  return {
    begin: async (jobs: readonly AthleteJob[]) => {
      const begun = await createJobBoard(database.app).begin(
        jobs.flatMap(({ trace }) => (trace === undefined ? [] : [trace.jobId])),
      );
      return ({ trace }: AthleteJob): boolean => trace === undefined || begun.has(trace.jobId);
    },
    run:
      run ??
      ((job: AthleteJob) =>
        job.kind === "generate_plan" ? generate(job, job.trace) : Promise.reject(new Error(job.kind))),
    giveUp: (job: AthleteJob, problem: unknown) =>
      job.kind === "generate_plan" ? createGiveUpPlan({ plans })(job, problem, job.trace) : Promise.resolve(),
  };
};

async function accept(athleteId: string = LOCAL_ATHLETE_ID): Promise<PlanKey & { readonly jobId: string }> {
  const key = { planId: newUuidV7(), athleteId };
  const jobId = newUuidV7();
  await repository().accept(key, tinyRequest, { jobId });
  return { ...key, jobId };
}

async function newAthlete(): Promise<string> {
  const id = newUuidV7();
  await database.db.insertInto("athletes").values({ id, name: "Ada" }).execute();
  return id;
}

const acceptFromThree = async () => {
  const athletes = await Promise.all([newAthlete(), newAthlete(), newAthlete()]);
  return Promise.all(athletes.map(accept));
};

const jobStates = async (): Promise<readonly string[]> =>
  (await database.db.selectFrom("jobs").select("state").execute()).map(({ state }) => state);

const states = async (): Promise<readonly string[]> =>
  (await database.db.selectFrom("training_plans").select("state").execute()).map(({ state }) => state);

describe("the generation queue", { timeout: 60_000 }, () => {
  it("makes every accepted plan ready, once, though they come all at the same time", async () => {
    await open();
    await workAthletes(queue, handlers());
    await Promise.all(Array.from({ length: 60 }, () => accept()));
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 60 }, () => "ready"));
    const versions = await database.db.selectFrom("plan_versions").select("plan_id").execute();
    expect(versions).toHaveLength(60);
    expect(new Set(await jobStates())).toEqual(new Set(["done"]));
  });

  it("answers one request in a fraction of a second, not at the next poll", async () => {
    await open();
    await workAthletes(queue, handlers());
    await accept();
    await expect.poll(states, { timeout: 1_500, interval: 20 }).toEqual(["ready"]);
  });

  it("keeps no job of a request that was rolled back", async () => {
    await open();
    const seen: string[] = [];
    await workAthletes(
      queue,
      handlers((job) => Promise.resolve(seen.push(planOf(job)))),
    );
    const undone = database.app.transaction().execute(async (tx) => {
      await queue.enqueue({ kind: "generate_plan", planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID }, tx);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const { planId } = await accept();
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([planId]);
  });

  it("tries a job again that threw, without failing the others of its batch", async () => {
    await open();
    const keys = await acceptFromThree();
    const { run, ...others } = handlers();
    const thrown = new Set<string>();
    await workAthletes(queue, {
      run: async (key) => {
        const planId = planOf(key);
        if (planId === keys[1]?.planId && !thrown.has(planId)) {
          thrown.add(planId);
          throw new Error("database went away");
        }
        await run(key);
      },
      ...others,
    });
    await expect.poll(states, { timeout: 30_000 }).toEqual(["ready", "ready", "ready"]);
    expect(problems).toHaveLength(1);
  });

  it("works through what was accepted while no worker ran", async () => {
    await open();
    await Promise.all(Array.from({ length: 20 }, () => accept()));
    await queue.stop();
    await open();
    await workAthletes(queue, handlers());
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 20 }, () => "ready"));
  });

  it("takes up at once what a killed process had begun, without waiting for its heartbeat", async () => {
    await open();
    await acceptFromThree();
    await queue.stop();
    const killed = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
    await killed.start();
    expect(await killed.fetch(ATHLETE_QUEUE, { batchSize: 5 })).toHaveLength(3);
    await killed.stop({ graceful: false });

    await open();
    await workAthletes(queue, handlers());
    await expect.poll(states, { timeout: 6_000 }).toEqual(["ready", "ready", "ready"]);
  });

  it("does one job at a time for each athlete, whoever is free, and several athletes' side by side", async () => {
    await open();
    const second = await openJobQueue({ url: database.appUrl, onProblem: () => undefined });
    const running = new Map<string, number>();
    let mostOfOne = 0;
    let mostOfAll = 0;
    const { run, ...others } = handlers();
    const counted = async (job: AthleteJob): Promise<void> => {
      running.set(job.athleteId, (running.get(job.athleteId) ?? 0) + 1);
      mostOfOne = Math.max(mostOfOne, ...running.values());
      mostOfAll = Math.max(
        mostOfAll,
        [...running.values()].reduce((sum, count) => sum + count, 0),
      );
      await new Promise((done) => setTimeout(done, 20));
      await run(job);
      running.set(job.athleteId, (running.get(job.athleteId) ?? 0) - 1);
    };
    await Promise.all([queue, second].map((one) => workAthletes(one, { run: counted, ...others })));
    const athletes = await Promise.all([newAthlete(), newAthlete(), newAthlete()]);
    await Promise.all([...athletes, ...athletes, ...athletes, ...athletes].map(accept));
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 12 }, () => "ready"));
    await second.stop();
    expect(mostOfOne).toBe(1);
    expect(mostOfAll).toBeGreaterThan(1);
  });

  it("does not do what was cancelled, and keeps nothing of what was cancelled while it ran", async () => {
    await open();
    const jobs = createJobShelf({ db: database.app, withdraw: queue.withdraw });
    const early = await accept();
    expect(await jobs.cancel(early)).toBe(true);
    expect(await jobs.cancel(early)).toBe(false);
    const late = await accept(await newAthlete());
    const { run, ...others } = handlers();
    const seen: string[] = [];
    await workAthletes(queue, {
      run: async (job) => {
        seen.push(planOf(job));
        expect(await jobs.cancel(late)).toBe(true);
        expect(await run(job)).toEqual({ state: "already_settled" });
      },
      ...others,
    });
    await expect.poll(jobStates, { timeout: 10_000 }).toEqual(["cancelled", "cancelled"]);
    await queue.stop();
    expect(problems).toEqual([]);
    expect(seen).toEqual([late.planId]);
    expect(await states()).toEqual(["failed", "failed"]);
    expect(await database.db.selectFrom("plan_versions").select("plan_id").execute()).toEqual([]);
  });

  it("works off what a server of the version before left in its queue", async () => {
    const planId = newUuidV7();
    const earlier = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
    await earlier.start();
    await earlier.send(EARLIER_QUEUE, { planId, athleteId: LOCAL_ATHLETE_ID }, { singletonKey: planId });
    await earlier.stop({ graceful: false });
    await database.db
      .insertInto("training_plans")
      .values({
        id: planId,
        athlete_id: LOCAL_ATHLETE_ID,
        state: "generating",
        request: JSON.stringify(tinyRequest),
      })
      .execute();
    await open();
    await workAthletes(queue, handlers());
    await expect.poll(states, { timeout: 6_000 }).toEqual(["ready"]);
  });
});
