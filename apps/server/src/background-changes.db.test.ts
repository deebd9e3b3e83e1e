import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ChangeListAnswer, JobAccepted, JobAnswer, PlanAnswer, Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { settledPlan, startTestService } from "./test-service.fixture.ts";

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

const LATER = { prefer: "respond-async" };
const saturdays = { wish: { kind: "long_run_day", weekday: "sat" }, reason: "Sundays are for church" };

async function planOf(visitor: Visitor, address: string) {
  const answer = PlanAnswer.parse((await visitor.call(address)).json);
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer;
}

/** The job when it has ended. */
async function ended(visitor: Visitor, accepted: Answer): Promise<JobAnswer> {
  expect(accepted.status).toBe(202);
  const { jobId } = JobAccepted.parse(accepted.json);
  expect(accepted.headers["location"]).toBe(`/v1/jobs/${jobId}`);
  const job = async () => JobAnswer.parse((await visitor.call(`/v1/jobs/${jobId}`)).json);
  await expect.poll(async () => (await job()).finishedAt, { timeout: 20_000, interval: 20 }).not.toBeNull();
  return job();
}

describe("a change made in the background", () => {
  it("has a job, makes one version with the athlete's reason, and can be taken back", async () => {
    const runner = newVisitor();
    const address = `/v1/plans/${(await settledPlan(runner)).planId}`;
    const before = await planOf(runner, address);
    const headers = { ...LATER, "idempotency-key": "saturdays" };
    const accepted = await send(runner, "POST", `${address}/changes`, saturdays, headers);
    const job = await ended(runner, accepted);
    expect(job).toMatchObject({ kind: "change_plan", status: "done", planId: before.planId });
    expect((await send(runner, "POST", `${address}/changes`, saturdays, headers)).json).toEqual(
      accepted.json,
    );

    const after = await planOf(runner, address);
    expect(after).toMatchObject({ version: before.version + 1, revision: before.revision + 1 });
    expect(after.plan.weeks).not.toEqual(before.plan.weeks);
    const { changes } = ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json);
    expect(changes).toMatchObject([{ id: job.jobId, kind: "long_run_day", reason: saturdays.reason }]);
    expect((await send(runner, "POST", `${address}/changes/${job.jobId}/undo`, {})).status).toBe(200);
    expect((await planOf(runner, address)).plan.weeks).toEqual(before.plan.weeks);
  });

  it("that cannot be fails, and the plan stays as it is", async () => {
    const runner = newVisitor();
    const address = `/v1/plans/${(await settledPlan(runner)).planId}`;
    const before = await planOf(runner, address);
    const body = { wish: { kind: "move", session: "no-such-session", to: "2027-01-14" } };
    const job = await ended(runner, await send(runner, "POST", `${address}/changes`, body, LATER));
    expect(job).toMatchObject({
      status: "failed",
      problem: { code: "invalid_request", errors: [{ message: "The plan has no session no-such-session." }] },
    });
    expect(await planOf(runner, address)).toEqual(before);
  });

  it("is made of the plan as it stands when its turn comes, so that several together are all made", async () => {
    const runner = newVisitor();
    const address = `/v1/plans/${(await settledPlan(runner)).planId}`;
    const { planId, revision } = await planOf(runner, address);
    const days = ["2026-12-10", "2026-12-24", "2027-01-07"];
    const accepted = await Promise.all(
      days.map((day) =>
        send(runner, "POST", `${address}/changes`, { wish: { kind: "block_days", days: [day] } }, LATER),
      ),
    );
    const jobs = await Promise.all(accepted.map((answer) => ended(runner, answer)));
    expect(jobs).toMatchObject(days.map(() => ({ status: "done", problem: null })));
    const { plan } = await planOf(runner, address);
    const run = plan.weeks.flatMap((week) => week.days).filter(({ sessions }) => sessions.length > 0);
    expect(run.filter(({ date }) => days.includes(date))).toEqual([]);

    const named = { ...LATER, "if-match": `W/"${planId}-${String(revision + 3)}"` };
    const both = await Promise.all(
      ["2027-01-14", "2027-01-21"].map((day) =>
        send(runner, "POST", `${address}/changes`, { wish: { kind: "block_days", days: [day] } }, named),
      ),
    );
    const ends = await Promise.all(
      both.filter(({ status }) => status === 202).map((answer) => ended(runner, answer)),
    );
    expect(ends.filter(({ status }) => status === "done")).toHaveLength(1);
    expect(ends.flatMap(({ problem }) => problem?.code ?? [])).toEqual(
      ends.length === 2 ? ["plan_changed"] : [],
    );
  });

  it("is accepted for the state that was seen, and from the plan's athlete only", async () => {
    const runner = newVisitor();
    const address = `/v1/plans/${(await settledPlan(runner)).planId}`;
    const { planId } = await planOf(runner, address);
    const codeOf = ({ status, json }: Answer) => [status, Problem.parse(json).code];
    const old = { ...LATER, "if-match": `W/"${planId}-7"` };
    const ask = (visitor: Visitor, headers: Readonly<Record<string, string>>) =>
      send(visitor, "POST", `${address}/changes`, saturdays, headers);
    expect(codeOf(await ask(runner, old))).toEqual([412, "plan_changed"]);
    expect(codeOf(await ask(newVisitor(), LATER))).toEqual([404, "plan_not_found"]);
    const jobs = await database.db.selectFrom("jobs").select("id").where("plan_id", "=", planId).execute();
    expect(jobs).toHaveLength(1);
  });
});
