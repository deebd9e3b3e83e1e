import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ActivityDetailAnswer,
  ActivityListAnswer,
  CompletionListAnswer,
  PlanAnswer,
  TrainingHistoryAnswer,
} from "@strideiq/contracts";
import { parseCalendarDate, type Session } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import type { Ready } from "./people.fixture.ts";
import { gpxFile, imported, outcomesOf, realFile, type RunFile } from "./runs.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let runner: Visitor;
let ready: Ready;

/**
 * The plan is made in November, in this process: what is tested happens in the middle of January, on as many as asked
 * for, and on a busy machine each of them takes ten seconds to start.
 */
beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { role: "all" });
  runner = newVisitor();
  const { headers } = await send(runner, "POST", "/v1/plans", marathonWish);
  ready = await vi.waitFor(
    async () => {
      const answer = PlanAnswer.parse((await runner.call(String(headers["location"]))).json);
      if (answer.status !== "ready") throw new Error(answer.status);
      return answer;
    },
    { timeout: 60_000, interval: 50 },
  );
  await service.stop();
  const today = parseCalendarDate("2027-01-16");
  if (!today.ok) throw new Error("no day");
  service = await startTestService(database, { today: today.value });
}, 180_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

interface Planned extends Session {
  readonly date: string;
}

/** The runs of one week of the plan. */
const sessionsOf = (week: number): readonly Planned[] =>
  (ready.plan.weeks[week]?.days ?? [])
    .flatMap(({ date, sessions }) => sessions.map((session) => ({ ...session, date })))
    .filter(({ kind, metres }) => kind !== "strength" && kind !== "cross_training" && metres > 0);

const asPlanned = ({ date, id, metres, seconds }: Planned): RunFile =>
  gpxFile(`${id}.gpx`, { at: `${date}T07:00:00Z`, metres, seconds });

async function completions(): Promise<CompletionListAnswer["completions"]> {
  const { json } = await runner.call(`/v1/plans/${ready.planId}/completions?limit=100`);
  return CompletionListAnswer.parse(json).completions;
}

const activities = async (visitor: Visitor): Promise<ActivityListAnswer["activities"]> =>
  ActivityListAnswer.parse((await visitor.call("/v1/activities?limit=100")).json).activities;

describe("files that are imported", () => {
  it("turn the sessions of their days to done, and undoing the import turns them back", async () => {
    const sessions = sessionsOf(2);
    expect(sessions.length).toBeGreaterThan(3);
    const { importId, outcomes } = await imported(runner, sessions.map(asPlanned));
    expect(outcomes).toMatchObject({ imported: sessions.length, refused: 0 });
    const done = await completions();
    expect(done.map(({ sessionId }) => sessionId)).toEqual(sessions.map(({ id }) => id).toSorted());
    for (const { doneOn, metres, sessionId, source, state } of done) {
      const planned = sessions.find(({ id }) => id === sessionId);
      expect([source, state, doneOn]).toEqual(["matched", "done", planned?.date]);
      expect((metres ?? 0) / (planned?.metres ?? 1)).toBeCloseTo(1, 1);
    }
    const { status } = await send(runner, "DELETE", `/v1/imports/${importId}`);
    expect(status).toBe(200);
    expect(await completions()).toEqual([]);
    expect(await activities(runner)).toEqual([]);
  });

  it("are named each with what became of it, and the good ones count although others are refused", async () => {
    const visitor = newVisitor();
    const { importId } = await imported(visitor, [
      realFile("new-zealand-fr945.fit"),
      realFile("one-run-garmin-fenix-6.fit"),
      realFile("one-run-coros-pace-2.fit"),
      realFile("cut-off.fit"),
      realFile("half-mile-repeats-workout.fit"),
      { name: "empty.fit", bytes: new Uint8Array() },
      { name: "letter.txt", bytes: Buffer.from("Dear coach") },
    ]);
    expect(await outcomesOf(visitor, importId)).toEqual([
      "new-zealand-fr945.fit imported",
      "one-run-garmin-fenix-6.fit imported",
      "one-run-coros-pace-2.fit imported",
      expect.stringMatching(/^cut-off[.]fit (too_little|refused)/),
      "half-mile-repeats-workout.fit refused not_an_activity",
      "empty.fit refused empty",
      "letter.txt refused unknown_format",
    ]);
    const runs = await activities(visitor);
    expect(runs.find(({ day }) => day === "2020-01-07")).toMatchObject({ sport: "run", metres: 12_241.63 });
    expect(runs.filter(({ countsAs }) => countsAs !== null)).toHaveLength(1);
  });

  it("count once, however often and in whichever order they come", async () => {
    const visitor = newVisitor();
    const files = [realFile("new-zealand-fr945.fit"), realFile("beach-run-runkeeper.gpx")];
    const first = await imported(visitor, files);
    const again = await imported(visitor, files.toReversed());
    expect([first.outcomes.imported, again.outcomes.imported, again.outcomes.known]).toEqual([2, 0, 2]);
    expect(await activities(visitor)).toHaveLength(2);
    await send(visitor, "DELETE", `/v1/imports/${first.importId}`);
    expect(await activities(visitor)).toHaveLength(2);
    await send(visitor, "DELETE", `/v1/imports/${again.importId}`);
    expect(await activities(visitor)).toEqual([]);
  });

  it("can be read back with laps, a track to draw and the file as it came", async () => {
    const visitor = newVisitor();
    await imported(visitor, [realFile("new-zealand-fr945.fit")]);
    const [run] = await activities(visitor);
    const { json } = await visitor.call(`/v1/activities/${run?.activityId ?? ""}`);
    const detail = ActivityDetailAnswer.parse(json);
    expect(detail.laps.length).toBeGreaterThan(1);
    expect(detail.track?.seconds.length).toBeGreaterThan(300);
    const original = await visitor.call(`/v1/activities/${run?.activityId ?? ""}/original`);
    expect([original.status, original.bytes.subarray(0, 2).toString("hex")]).toEqual([200, "1f8b"]);
  });

  it("are nobody else's", async () => {
    await imported(runner, [realFile("new-zealand-fr945.fit")]);
    const [run] = await activities(runner);
    const stranger = newVisitor();
    await imported(stranger, [realFile("beach-run-runkeeper.gpx")]);
    expect((await stranger.call(`/v1/activities/${run?.activityId ?? ""}`)).status).toBe(404);
  });
});

describe("an athlete", () => {
  it("may say which session a run was, and that stays so after another import", async () => {
    const [first, second] = sessionsOf(3);
    if (first === undefined || second === undefined) throw new Error("a week without runs");
    await imported(runner, [asPlanned(first)]);
    const run = (await activities(runner)).find(({ session }) => session?.sessionId === first.id);
    const address = `/v1/activities/${run?.activityId ?? ""}/session`;
    const body = { session: { planId: ready.planId, sessionId: second.id } };
    expect((await send(runner, "PUT", address, body)).status).toBe(200);
    await imported(runner, [realFile("treadmill-fr945.fit")]);
    const ids = (await completions()).map(({ sessionId }) => sessionId);
    expect([ids.includes(first.id), ids.includes(second.id)]).toEqual([false, true]);
    expect((await send(runner, "PUT", address, { session: null })).status).toBe(200);
    const left = (await completions()).map(({ sessionId }) => sessionId);
    expect([left.includes(first.id), left.includes(second.id)]).toEqual([true, false]);
  });

  it("may tell two recordings apart that were taken for one run", async () => {
    const visitor = newVisitor();
    await imported(visitor, [realFile("one-run-garmin-fenix-6.fit"), realFile("one-run-coros-pace-2.fit")]);
    const [one, other] = await activities(visitor);
    const address = `/v1/activities/${one?.activityId ?? ""}/decisions`;
    const apart = { kind: "different", other: other?.activityId };
    expect((await send(visitor, "POST", address, apart)).status).toBe(200);
    expect((await activities(visitor)).filter(({ countsAs }) => countsAs !== null)).toEqual([]);
    await send(visitor, "POST", address, { ...apart, kind: "same" });
    expect((await activities(visitor)).filter(({ countsAs }) => countsAs !== null)).toHaveLength(1);
  });

  it("is told what the runs say of the time before a plan", async () => {
    const visitor = newVisitor();
    const days = ["2027-01-04", "2027-01-06", "2027-01-09", "2027-01-12", "2027-01-14"];
    await imported(
      visitor,
      days.map((day, index) =>
        gpxFile(`${day}.gpx`, { at: `${day}T07:00:00Z`, metres: 8000 + index * 1000, seconds: 3600 }),
      ),
    );
    const { json } = await visitor.call("/v1/me/training-history?timeZone=Europe/Zurich");
    const history = TrainingHistoryAnswer.parse(json);
    expect((history.longestMetres ?? 0) / 12_000).toBeCloseTo(1, 1);
    expect(history.weeklyMetres ?? 0).toBeGreaterThan(15_000);
  });
});
