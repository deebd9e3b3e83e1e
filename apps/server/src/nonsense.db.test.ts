import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { publicUrl: "https://plans.example.org" });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const codeOf = ({ json }: Answer): string => Problem.parse(json).code;

describe("what nobody can have run", () => {
  it("is refused by field: days of other centuries, and more metres than a second has room for", async () => {
    const visitor = newVisitor();
    const { planId, plan } = await readyPlan(visitor);
    const sessionId = plan.weeks[0]?.days.flatMap(({ sessions }) => sessions)[0]?.id ?? "";
    const address = `/v1/plans/${planId}/sessions/${sessionId}/completion`;
    const told = { state: "done", doneOn: "2026-11-23", metres: 12_000, seconds: 4_200 };
    for (const [field, changed] of [
      ["doneOn", { doneOn: "1900-01-01" }],
      ["doneOn", { doneOn: "2099-01-01" }],
      ["seconds", { metres: 500_000, seconds: 1 }],
      ["seconds", { metres: 100, seconds: 0 }],
    ] as const) {
      const answer = await send(visitor, "PUT", address, { ...told, ...changed });
      expect([answer.status, codeOf(answer)]).toEqual([422, "invalid_request"]);
      expect(answer.json).toMatchObject({ errors: [{ field }] });
    }
    expect((await send(visitor, "PUT", address, told)).status).toBe(200);
    const goal = await send(visitor, "POST", "/v1/goals", { distance: "5k", raceDate: "1900-01-01" });
    expect(goal.json).toMatchObject({ status: 422, errors: [{ field: "raceDate" }] });
  });

  it("is refused of a day that has come nowhere on earth, with what to give instead", async () => {
    const visitor = newVisitor();
    const { planId, plan } = await readyPlan(visitor);
    const sessionId = plan.weeks[0]?.days.flatMap(({ sessions }) => sessions)[0]?.id ?? "";
    const address = `/v1/plans/${planId}/sessions/${sessionId}/completion`;
    const refused = await send(visitor, "PUT", address, { state: "done", doneOn: "2026-11-24" });
    expect([refused.status, codeOf(refused)]).toEqual([422, "invalid_request"]);
    const message = "This day has not come yet. Give the day on which it was run.";
    expect(refused.json).toMatchObject({ errors: [{ field: "doneOn", message }] });
  });

  it("goes with the plan that it was told of, unless the plan is another by then", async () => {
    const visitor = newVisitor();
    const { planId } = await readyPlan(visitor);
    const remove = (tag: string): Promise<Answer> =>
      send(visitor, "DELETE", `/v1/plans/${planId}`, undefined, { "if-match": tag });
    const late = await remove(`"${planId}-7"`);
    expect([late.status, codeOf(late)]).toEqual([412, "plan_changed"]);
    expect(codeOf(await remove('"another"'))).toBe("plan_changed");
    expect((await remove(`"another", W/"${planId}-1"`)).status).toBe(200);
    expect(codeOf(await remove("*"))).toBe("plan_not_found");
  });
});

describe("a consent", () => {
  it("is given to no text that there never was", async () => {
    const made = await send(newVisitor(), "POST", "/v1/consents", {
      kind: "health_data",
      textVersion: "2027-01-01",
    });
    expect([made.status, codeOf(made)]).toEqual([422, "invalid_request"]);
    expect(made.json).toMatchObject({ errors: [{ field: "textVersion" }] });
  });
});

describe("a plan that is not made yet", () => {
  it("is told apart from one that there is not, when a change of it is asked for", async () => {
    const visitor = newVisitor();
    const ready = await readyPlan(visitor);
    const { athleteId } = (await visitor.call("/v1/me")).json as { readonly athleteId: string };
    const [waiting, nowhere] = [randomUUID(), randomUUID()];
    const request = JSON.stringify(ready.plan.request);
    await database.db
      .insertInto("training_plans")
      .values({ id: waiting, athlete_id: athleteId, state: "generating", request })
      .execute();
    for (const path of ["changes/what-if", "changes"]) {
      const wish = { wish: { kind: "adapt" } };
      const early = await send(visitor, "POST", `/v1/plans/${waiting}/${path}`, wish);
      expect([early.status, codeOf(early)]).toEqual([409, "plan_generating"]);
      const none = await send(visitor, "POST", `/v1/plans/${nowhere}/${path}`, wish);
      expect([none.status, codeOf(none)]).toEqual([404, "plan_not_found"]);
    }
  });
});

describe("a standard plan", () => {
  it("is shown for no race that is over", async () => {
    const over = await newVisitor().call("/v1/standard-plans/marathon-18-weeks-mid?raceDate=2026-11-21");
    expect(over.json).toMatchObject({ status: 422, errors: [{ field: "raceDate" }] });
  });
});

describe("a server that people reach by https", () => {
  it("gives out cookies that travel by https only", async () => {
    const visitor = newVisitor();
    const goal = { distance: "5k", raceDate: "2027-04-18" };
    const guest = await send(visitor, "POST", "/v1/goals", goal);
    const account = await signedUp(visitor);
    for (const { headers } of [guest, account])
      for (const cookie of [headers["set-cookie"] ?? []].flat()) expect(cookie).toMatch(/; Secure/);
    expect((await visitor.call("/v1/me")).json).toMatchObject({ kind: "account" });
  });
});
