import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { PlanAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import { marathonWish, settledPlan, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

type Ready = Extract<PlanAnswer, { readonly status: "ready" }>;

function ready(answer: PlanAnswer): Ready {
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer;
}

const hardIn = ({ plan: { weeks } }: Ready): readonly string[] =>
  weeks
    .flatMap(({ days }) => days)
    .flatMap(({ sessions }) => sessions)
    .flatMap(({ id, kind, quality }) => (quality && kind !== "race" ? [id] : []));

describe("a plan of walking and easy running only", () => {
  it("has no hard session in its first version, from one request", async () => {
    const answer = ready(await settledPlan(newVisitor(), { ...marathonWish, easyOnly: true }));
    expect(answer.version).toBe(1);
    expect(hardIn(answer)).toEqual([]);
    expect(answer.plan.certificate.laws.filter(({ verdict }) => verdict === "breach")).toEqual([]);
    expect(answer.plan.adjustments.map(({ law }) => law)).toContain("C5");
    expect(JSON.stringify(answer)).not.toMatch(/red_flag|chest pain told/i);
  });

  it("takes up hard sessions when its athlete says so", async () => {
    const visitor = newVisitor();
    const { planId } = await settledPlan(visitor, { ...marathonWish, easyOnly: true });
    const changed = await visitor.call(`/v1/plans/${planId}/changes`, {
      method: "POST",
      headers: { "if-match": "*" },
      body: { wish: { kind: "resume" } },
    });
    expect(changed.status).toBe(200);
    const after = ready(PlanAnswer.parse((await visitor.call(`/v1/plans/${planId}`)).json));
    expect(hardIn(after).length).toBeGreaterThan(10);
  });

  it("is made of a standard plan too", async () => {
    const visitor = newVisitor();
    const placed = await visitor.call("/v1/standard-plans/half-marathon-12-weeks-mid/place", {
      method: "POST",
      body: { raceDate: "2027-02-21", easyOnly: true },
    });
    expect(placed.status).toBe(202);
    const address = String(placed.headers["location"]);
    await expect
      .poll(async () => (await visitor.call(address)).json, { timeout: 20_000, interval: 20 })
      .not.toMatchObject({ status: "generating" });
    expect(hardIn(ready(PlanAnswer.parse((await visitor.call(address)).json)))).toEqual([]);
  });
});
