import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { optionalSession, readyPlan } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

// Two processes' worth of copies on one database, in this process, so that what each asks can be counted.
const ONE = { role: "all", metrics: { host: "127.0.0.1", port: 0 } } as const;

let database: TestDatabase;
let here: Service;
let there: Service;
beforeAll(async () => {
  database = await createTestDatabase();
  here = await startTestService(database, ONE);
  there = await startTestService(database, { ...ONE, role: "api" });
}, 60_000);
afterAll(async () => {
  await there.stop();
  await here.stop();
  await database.close();
});
afterEach(() => vi.restoreAllMocks());

interface Runner {
  readonly visitor: Visitor;
  readonly address: string;
  readonly sessionId: string;
}

async function aRunner(): Promise<Runner> {
  const visitor = createVisitor(() => here.address ?? "");
  const plan = await readyPlan(visitor);
  return { visitor, address: `/v1/plans/${plan.planId}`, sessionId: optionalSession(plan) };
}

/** A process looks each second for new rules, flags and prices. */
const LOOKS_BY_ITSELF = 10;

/** How often the application turns to the database meanwhile. */
async function questionsOf(work: () => Promise<unknown>): Promise<number> {
  const turned = vi.spyOn(pg.Pool.prototype, "connect");
  await work();
  const pools = turned.mock.contexts.filter((pool) => pool instanceof pg.Pool);
  return pools.filter(({ options }) => options.application_name === "strideiq").length;
}

async function choose({ visitor, address, sessionId }: Runner, option: "a" | "b"): Promise<unknown> {
  const chosen = await send(visitor, "PUT", `${address}/sessions/${sessionId}/option`, { option });
  expect(chosen.status).toBe(200);
  return chosen.headers["etag"];
}

describe("a calendar that is opened again", () => {
  it("asks the database nothing, and gives the same bytes", async () => {
    const { visitor, address } = await aRunner();
    const first = await visitor.call(address);
    const again: unknown[] = [];
    const questions = await questionsOf(async () => {
      for (let time = 0; time < 30; time += 1) again.push((await visitor.call(address)).bytes);
    });
    expect(again).toEqual(Array.from({ length: 30 }, () => first.bytes));
    expect(questions).toBeLessThan(LOOKS_BY_ITSELF);
  });

  it("shows one's own change at once, however fast one looks", async () => {
    const runner = await aRunner();
    for (let time = 0; time < 20; time += 1) {
      const tag = await choose(runner, time % 2 === 0 ? "b" : "a");
      expect((await runner.visitor.call(runner.address)).headers["etag"]).toBe(tag);
    }
  });

  it("shows in another process what was changed in this one", async () => {
    const runner = await aRunner();
    const elsewhere = createVisitor(() => there.address ?? "", runner.visitor.cookies());
    await elsewhere.call(runner.address);
    const tag = await choose(runner, "b");
    const seen = async (): Promise<unknown> => (await elsewhere.call(runner.address)).headers["etag"];
    await expect.poll(seen, { timeout: 2_000, interval: 5 }).toBe(tag);
  });

  it("is gone at once when it was deleted, and is never somebody else's", async () => {
    const { visitor, address } = await aRunner();
    await visitor.call(address);
    const stranger = (await aRunner()).visitor;
    expect((await stranger.call(address)).status).toBe(404);
    expect((await visitor.call(address, { method: "DELETE" })).status).toBe(200);
    expect((await visitor.call(address)).status).toBe(404);
  });

  it("counts what copies spare, for an operator", async () => {
    const { visitor, address } = await aRunner();
    const reads = async (): Promise<number> => {
      const text = await (await fetch(here.metricsAddress ?? "")).text();
      return Number(
        /strideiq_cache_reads_total\{tier="process",cache="plans",result="hit"\} (\d+)/.exec(text)?.[1],
      );
    };
    await visitor.call(address);
    const before = await reads();
    await visitor.call(address);
    await visitor.call(address);
    expect((await reads()) - before).toBe(2);
  });
});
