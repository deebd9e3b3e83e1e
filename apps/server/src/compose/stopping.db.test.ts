import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestService } from "../test-service.fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.close());

interface Heard {
  readonly status: number;
  readonly connection: string | undefined;
}

const ask = (address: string, agent: Agent): Promise<Heard> =>
  new Promise((fulfil, reject) => {
    const asked = request(`${address}/v1/standard-plans`, { agent }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        fulfil({ status: answer.statusCode ?? 0, connection: answer.headers.connection });
      });
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });

describe("a server that stops", () => {
  it("answers what comes on connections that are open, and tells each to end with its answer", async () => {
    const service = await startTestService(database, { role: "all", requestsPerMinute: 1_000_000 });
    const address = service.address ?? "";
    const agents = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
    for (const heard of await Promise.all(agents.map((agent) => ask(address, agent))))
      expect(heard).toEqual({ status: 200, connection: "keep-alive" });
    const stopping = service.stop();
    // Those under way when it begins to stop, and those that come on a connection that was idle then.
    const now = agents.slice(0, 10).map((agent) => ask(address, agent));
    await sleep(200);
    const later = agents.slice(10).map((agent) => ask(address, agent));
    for (const heard of await Promise.all([...now, ...later]))
      expect(heard).toEqual({ status: 200, connection: "close" });
    await stopping;
    await expect(ask(address, new Agent())).rejects.toMatchObject({ code: "ECONNREFUSED" });
    for (const agent of agents) agent.destroy();
  }, 60_000);

  it("answers whoever was connected while it was too busy to look", async () => {
    const service = await startTestService(database, { role: "all", requestsPerMinute: 1_000_000 });
    const address = service.address ?? "";
    const agents = Array.from({ length: 20 }, () => new Agent());
    const asked = agents.map((agent) => ask(address, agent));
    await Promise.resolve();
    const busyUntil = performance.now() + 100;
    while (performance.now() < busyUntil);
    const stopping = service.stop();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(agents.map(() => 200));
    await stopping;
  }, 60_000);

  it("waits a bounded time for a connection that nothing is asked on", async () => {
    const service = await startTestService(database, { role: "all" });
    const agent = new Agent({ keepAlive: true });
    await ask(service.address ?? "", agent);
    const began = performance.now();
    await service.stop();
    expect(performance.now() - began).toBeLessThan(15_000);
    agent.destroy();
  }, 60_000);
});
