import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Service } from "./compose/service.ts";
import { createVisitor } from "./http/call-server.fixture.ts";
import { marathonWish, root, settledPlan, startTestService } from "./test-service.fixture.ts";

const LOCAL = { host: "127.0.0.1", port: 0 };
const NOBODY = "redis://127.0.0.1:1";

let database: TestDatabase;
let service: Service;
beforeAll(async () => {
  database = await createTestDatabase();
  // Of one process: a role is named so that the tests on four processes leave this one alone.
  // Its Redis is away, as one that is there is told of with the same figure.
  service = await startTestService(database, { role: "all", metrics: LOCAL, redisUrl: NOBODY });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const figures = async (): Promise<string> => (await fetch(service.metricsAddress ?? "")).text();

/** The value of one row, its labels in the order in which they are told. */
async function value(row: string): Promise<number | undefined> {
  const line = (await figures()).split("\n").find((text) => text.startsWith(`${row} `));
  return line === undefined ? undefined : Number(line.slice(row.length + 1));
}

describe("the figures of a server", () => {
  it("count a request by its route and not by its address, and a plan by what became of it", async () => {
    const visitor = createVisitor(() => service.address ?? "");
    await settledPlan(visitor);
    const refused = { ...marathonWish, weeklyMetres: 15_000, longestMetres: 4_000, raceDate: "2026-12-27" };
    await settledPlan(visitor, refused);
    await visitor.call("/v1/plans/0198c1f0-0000-7000-8000-000000000000");
    await visitor.call("/no-such-place-at-all");
    const request = (method: string, route: string, status: string): string =>
      `strideiq_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;
    expect(await value(request("POST", "/v1/plans", "2xx"))).toBe(2);
    expect(await value(request("GET", "/v1/plans/:planId", "4xx"))).toBe(1);
    expect(await figures()).not.toMatch(/0198c1f0|no-such-place/);
    expect(await value('strideiq_generation_duration_seconds_count{outcome="ready"}')).toBe(1);
    expect(await value('strideiq_generation_duration_seconds_count{outcome="refused"}')).toBe(1);
    expect(await figures()).toMatch(/strideiq_refusals_total\{law="\w+"\} 1/);
  }, 60_000);

  it("tell what stands in the queue, and for how long", async () => {
    await sql`insert into pgboss.job (name, data, created_on, start_after, state)
       select 'mail', '{}', now() - interval '10 minutes', now() + interval '1 day', 'retry' from generate_series(1, 3)`.execute(
      database.db,
    );
    await sql`insert into pgboss.job (name, data, created_on, start_after, state)
       values ('dead-letters', '{}', now() - interval '10 minutes', now() - interval '10 minutes', 'created')`.execute(
      database.db,
    );
    expect(await value('strideiq_jobs{queue="mail",state="retrying"}')).toBe(3);
    expect(await value('strideiq_oldest_job_seconds{queue="mail",state="retrying"}')).toBe(0);
    expect(await value('strideiq_oldest_job_seconds{queue="dead-letters",state="waiting"}')).toBeGreaterThan(
      590,
    );
    await sql`delete from pgboss.job where data = '{}'`.execute(database.db);
    expect(await value('strideiq_jobs{queue="mail",state="retrying"}')).toBeUndefined();
  });

  it("are at no address that the public has", async () => {
    const answered = await fetch(`${service.address ?? ""}/metrics`);
    expect(await answered.text()).not.toContain("strideiq_");
    expect((await fetch(`${new URL(service.metricsAddress ?? "").origin}/v1/plans`)).status).toBe(404);
  });

  it("are told by nobody who was not asked to, and a port that is taken is said", async () => {
    const quiet = await startTestService(database, { role: "all" });
    expect(quiet.metricsAddress).toBeUndefined();
    await quiet.stop();
    const taken = { ...LOCAL, port: Number(new URL(service.metricsAddress ?? "").port) };
    await expect(startTestService(database, { role: "all", metrics: taken })).rejects.toThrow(
      /METRICS_PORT \d+ on 127.0.0.1 cannot be listened on/,
    );
  });
});

describe("dashboard and alerts", () => {
  it.each(["grafana-dashboard.json", "alerts.yml"])("name only figures that are told: %s", async (file) => {
    const text = readFileSync(resolve(root, "docs", "operations", file), "utf8");
    const named = new Set(text.match(/\b(?:strideiq|nodejs|process)_[a-z\d_]+/g));
    const told = await figures();
    expect(named.size).toBeGreaterThan(4);
    const isTold = (name: string): boolean =>
      told.includes(`# TYPE ${name} `) ||
      told.includes(`# TYPE ${name.replace(/_(?:bucket|count|sum)$/, "")} histogram`);
    expect([...named].filter((name) => !isTold(name))).toEqual([]);
    const routes = Array.from(text.matchAll(/route="([^"]+)"/g), ([, route = ""]) => route);
    const document = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await (await fetch(`${service.address ?? ""}/openapi.json`)).json());
    expect(routes.filter((route) => !(route in document.paths))).toEqual([]);
  });
});
