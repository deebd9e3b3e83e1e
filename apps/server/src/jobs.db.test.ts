import { gunzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { JobAnswer, JobListAnswer, PlanAccepted, PlanAnswer, Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import { marathonWish, settledPlan, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
/** Takes requests and does nothing of them. */
let idle: Service;
let idleDatabase: TestDatabase;

beforeAll(async () => {
  [database, idleDatabase] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  service = await startTestService(database);
  idle = await startTestService(idleDatabase, { role: "api" });
}, 60_000);
afterAll(async () => {
  await Promise.all([service.stop(), idle.stop()]);
  await Promise.all([database.close(), idleDatabase.close()]);
});

const newVisitor = (of: Service = service): Visitor => createVisitor(() => of.address ?? "");

async function ask(visitor: Visitor, headers = {}): Promise<PlanAccepted> {
  const answer = await visitor.call("/v1/plans", { method: "POST", body: marathonWish, headers });
  expect(answer.status).toBe(202);
  return PlanAccepted.parse(answer.json);
}

const codeOf = ({ json }: Answer): string => Problem.parse(json).code;

/** The jobs that a stream of events told of. */
const told = ({ bytes }: Answer): readonly JobAnswer[] =>
  [...bytes.toString("utf8").matchAll(/^data: (.*)$/gm)].map(([, data = ""]) =>
    JobAnswer.parse(JSON.parse(data)),
  );

describe("a job", () => {
  it("can be followed to its end by events, each with the whole state and a number that grows", async () => {
    const visitor = newVisitor();
    const { planId, jobId } = await ask(visitor);
    const answer = await visitor.call(`/v1/jobs/${jobId}/events`);
    expect(answer.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    const states = told(answer);
    expect(states.at(-1)).toMatchObject({
      jobId,
      planId,
      kind: "generate_plan",
      status: "done",
      attempts: 1,
    });
    const revisions = states.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
    const ids = [...answer.bytes.toString("utf8").matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(revisions);
  });

  it("is told to whoever comes again, from where they left; and 204 says that it is over", async () => {
    const visitor = newVisitor();
    const { jobId } = await ask(visitor);
    const path = `/v1/jobs/${jobId}/events`;
    const last = told(await visitor.call(path)).at(-1);
    const early = await visitor.call(path, { headers: { "last-event-id": "1" } });
    expect(told(early)).toEqual([last]);
    const late = await visitor.call(path, { headers: { "last-event-id": String(last?.revision) } });
    expect([late.status, late.bytes.length]).toEqual([204, 0]);
  });

  it("is listed, newest first, a page at a time, to its athlete alone", async () => {
    const visitor = newVisitor();
    const first = await ask(visitor);
    const second = await ask(visitor);
    const page = JobListAnswer.parse((await visitor.call("/v1/jobs?limit=1")).json);
    expect(page).toMatchObject({ jobs: [{ jobId: second.jobId }], next: second.jobId });
    const rest = await visitor.call(`/v1/jobs?after=${second.jobId}`);
    expect(rest.json).toMatchObject({ jobs: [{ jobId: first.jobId }], next: null });
    expect((await newVisitor().call("/v1/jobs")).json).toEqual({ jobs: [], next: null });
  });

  it("that waits can be cancelled, once, and its plan is told so", async () => {
    const visitor = newVisitor(idle);
    const { jobId, planId } = await ask(visitor);
    const stream = visitor.call(`/v1/jobs/${jobId}/events`);
    const cancelled = await visitor.call(`/v1/jobs/${jobId}`, { method: "DELETE" });
    expect(cancelled.json).toMatchObject({ jobId, status: "cancelled" });
    expect(told(await stream).at(-1)).toMatchObject({ status: "cancelled" });
    const again = await visitor.call(`/v1/jobs/${jobId}`, { method: "DELETE" });
    expect([again.status, codeOf(again)]).toEqual([409, "job_finished"]);
    const plan = PlanAnswer.parse((await visitor.call(`/v1/plans/${planId}`)).json);
    expect(plan).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(/^You cancelled/) as string,
    });
  });

  it("that is done cannot be cancelled, and its plan stays", async () => {
    const visitor = newVisitor();
    const { planId } = await settledPlan(visitor);
    const { jobs } = JobListAnswer.parse((await visitor.call("/v1/jobs")).json);
    const late = await visitor.call(`/v1/jobs/${jobs[0]?.jobId ?? ""}`, { method: "DELETE" });
    expect([late.status, codeOf(late)]).toEqual([409, "job_finished"]);
    expect((await visitor.call(`/v1/plans/${planId}`)).json).toMatchObject({ status: "ready" });
  });

  it("carries the name of its request into the log of the generation", async () => {
    const visitor = newVisitor();
    const { planId, jobId } = await ask(visitor, { "x-request-id": "proxy-12345678" });
    await visitor.call(`/v1/jobs/${jobId}/events`);
    const log = await database.db
      .selectFrom("generation_logs")
      .select(["request_id", "job_id"])
      .where("plan_id", "=", planId)
      .execute();
    expect(log).toEqual([{ request_id: "proxy-12345678", job_id: jobId }]);
  });
});

describe("an export", () => {
  it("is made in the background, and its file is that of everything kept, for its athlete alone", async () => {
    const visitor = newVisitor();
    const nobody = await visitor.call("/v1/me/exports", { method: "POST" });
    expect([nobody.status, codeOf(nobody)]).toEqual([401, "sign_in_needed"]);
    const { planId } = await settledPlan(visitor);
    const accepted = await visitor.call("/v1/me/exports", { method: "POST" });
    expect(accepted.status).toBe(202);
    const path = String(accepted.headers["location"]);
    expect(told(await visitor.call(`${path}/events`)).at(-1)).toMatchObject({
      kind: "export_data",
      status: "done",
      planId: null,
    });
    const file = await visitor.call(`${path}/file`);
    expect(file.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(file.bytes).toString("utf8"))).toMatchObject({
      schema: "strideiq.export/1",
      tables: { training_plans: [{ id: planId }] },
    });
    expect((await newVisitor().call(`${path}/file`)).status).toBe(404);
    const { jobs } = JobListAnswer.parse((await visitor.call("/v1/jobs")).json);
    const plain = await visitor.call(`/v1/jobs/${jobs.at(-1)?.jobId ?? ""}/file`);
    expect([plain.status, codeOf(plain)]).toEqual([409, "file_not_there"]);
  });
});

describe("dead letters", () => {
  it("are seen and put back by administrators, and by nobody else", async () => {
    const [admin, runner] = [newVisitor(idle), newVisitor(idle)];
    const account = (email: string) => ({ name: "Ada", email, password: "correct horse battery" });
    for (const [visitor, email] of [
      [admin, "admin@example.org"],
      [runner, "runner@example.org"],
    ] as const)
      await visitor.call("/v1/accounts", { method: "POST", body: account(email) });
    await idleDatabase.db
      .updateTable("accounts")
      .set({ role: "admin" })
      .where("email", "=", "admin@example.org")
      .execute();
    const list = await admin.call("/v1/admin/dead-letters");
    expect([list.status, list.json]).toEqual([200, { letters: [], next: null }]);
    const replay = "/v1/admin/dead-letters/019aaaaa-0000-7000-8000-000000000000/replay";
    const gone = await admin.call(replay, { method: "POST" });
    expect([gone.status, codeOf(gone)]).toEqual([404, "letter_not_found"]);
    for (const visitor of [runner, newVisitor(idle)]) {
      const [seen, put] = [
        await visitor.call("/v1/admin/dead-letters"),
        await visitor.call(replay, { method: "POST" }),
      ];
      expect([seen.status, put.status, codeOf(put)]).toEqual([403, 403, "admin_only"]);
    }
  });
});

describe("a request", () => {
  it("has a name, in the answer's header and in a problem; a name that could spoil a log is not taken", async () => {
    const visitor = newVisitor();
    const named = await visitor.call("/v1/nothing", { headers: { "x-request-id": "abc-12345678" } });
    expect([named.headers["x-request-id"], Problem.parse(named.json).requestId]).toEqual([
      "abc-12345678",
      "abc-12345678",
    ]);
    const spoilt = await visitor.call("/v1/nothing", { headers: { "x-request-id": '"}{"level":60' } });
    expect(Problem.parse(spoilt.json).requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
