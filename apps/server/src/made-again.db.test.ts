import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ChangeListAnswer, PlanAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send } from "./http/call-server.fixture.ts";
import { readyPlan } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

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

describe("a plan made again with the rules of today", () => {
  it("keeps what was asked for since: days kept free, a pause, the long run's day, a moved session", async () => {
    const runner = createVisitor(() => service.address ?? "");
    const { planId, plan } = await readyPlan(runner);
    const address = `/v1/plans/${planId}`;
    const change = async (wish: object): Promise<void> => {
      expect((await send(runner, "POST", `${address}/changes`, { wish })).status).toBe(200);
    };
    const days = plan.weeks[2]?.days ?? [];
    const easy = days.find(({ sessions }) => sessions[0]?.kind === "easy");
    const free = days.find(({ sessions }, index) => index > 0 && sessions.length === 0);
    await change({ kind: "move", session: easy?.sessions[0]?.id ?? "", to: free?.date ?? "" });
    await change({ kind: "block_days", days: ["2026-12-17"] });
    await change({ kind: "pause", first: "2027-01-18", last: "2027-01-22" });
    const standing = async () => {
      const answer = PlanAnswer.parse((await runner.call(address)).json);
      if (answer.status !== "ready") throw new Error(answer.status);
      return answer.plan;
    };
    const before = await standing();
    expect((await send(runner, "POST", `${address}/regenerate`, {})).status).toBe(200);
    expect((await standing()).weeks).toEqual(before.weeks);
    const { changes } = ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json);
    expect(changes[0]).toMatchObject({ kind: "regenerated", diff: { sessions: [], weeks: [] } });
  });
});
