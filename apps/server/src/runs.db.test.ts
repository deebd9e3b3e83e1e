import { setTimeout as sleep } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ActivityDetailAnswer,
  ActivityListAnswer,
  CompletionListAnswer,
  FitnessAnswer,
  PlanAnswer,
  Problem,
  ReviewAnswer,
  ToldActivityAnswer,
  TrainingHistoryAnswer,
} from "@strideiq/contracts";
import { parseCalendarDate, type Session } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import type { Ready } from "./people.fixture.ts";
import { gpxFile, imported, outcomesOf, realFile, type RunFile, sendHalf } from "./runs.fixture.ts";
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

async function reviewed(): Promise<ReviewAnswer> {
  const { json } = await runner.call(`/v1/plans/${ready.planId}/review?timeZone=Europe/Berlin`);
  return ReviewAnswer.parse(json);
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

  it("may break off while they are sent: half a file is none, and is sent again to the same place", async () => {
    const visitor = newVisitor();
    const whole = realFile("treadmill-fr945.fit").bytes;
    const opened = await send(visitor, "POST", "/v1/imports", { timeZone: "Europe/Zurich" });
    const path = String(opened.headers["location"]);
    const address = `${service.address ?? ""}${path}/files/0?name=treadmill.fit`;
    const first = await sendHalf(address, visitor.cookies(), whole);
    await expect.poll(async () => (await visitor.call(path)).json).toMatchObject({ files: 1 });
    const second = await sendHalf(address, visitor.cookies(), whole);
    await sleep(200);
    first.hangUp();
    await sleep(200);
    expect(await second.finish()).toBe(200);
    await send(visitor, "POST", `${path}/start`);
    await expect
      .poll(async () => (await visitor.call(path)).json, { timeout: 60_000 })
      .toMatchObject({ status: "done", files: 1, outcomes: { imported: 1 } });
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
    const asked = "/v1/me/training-history?timeZone=Europe/Zurich&distance=marathon";
    const history = TrainingHistoryAnswer.parse((await visitor.call(asked)).json);
    expect(history).toMatchObject({ tier: "builder", sources: ["file"], cappedWeeks: 0 });
    expect((history.longestMetres ?? 0) / 12_000).toBeCloseTo(1, 1);
    expect(history.weeklyMetres ?? 0).toBeGreaterThan(15_000);
  });

  it("may tell of a run that no device recorded: it does its session, and a recording of it takes its place", async () => {
    const [first] = sessionsOf(4);
    if (first === undefined) throw new Error("a week without runs");
    const { date: day, id, metres, seconds } = first;
    const told = await send(runner, "POST", "/v1/activities", { day, metres, seconds, effort: 3 });
    expect(told.status).toBe(201);
    const { activityId } = ToldActivityAnswer.parse(told.json);
    const done = (await completions()).find(({ sessionId }) => sessionId === id);
    expect(done).toMatchObject({ source: "matched", state: "done", doneOn: day, effort: 3 });
    const { importId } = await imported(runner, [asPlanned(first)]);
    const both = await activities(runner);
    expect(both.find((one) => one.activityId === activityId)?.countsAs).not.toBeNull();
    await send(runner, "DELETE", `/v1/imports/${importId}`);
    await send(runner, "DELETE", `/v1/activities/${activityId}`);
    expect((await completions()).map(({ sessionId }) => sessionId)).not.toContain(id);
  });

  it("cannot tell of a run to come, nor of one that nobody could have run", async () => {
    const to = { day: "2027-02-16", metres: 8000, seconds: 2400 };
    const sent = [to, { ...to, day: "2027-01-10", seconds: 600 }, { ...to, day: "2027-01-10", seconds: -1 }];
    const answers = await Promise.all(sent.map((body) => send(runner, "POST", "/v1/activities", body)));
    expect(answers.map(({ json, status }) => [status, Problem.parse(json).errors?.[0]?.field])).toEqual([
      [422, "day"],
      [422, "seconds"],
      [422, "seconds"],
    ]);
  });

  it("tells the day of a run whose watch was never set, and told once it stays", async () => {
    const visitor = newVisitor();
    const never = gpxFile("never-set.gpx", { at: "1990-01-01T00:10:00Z", metres: 9000, seconds: 3000 });
    const first = await imported(visitor, [never]);
    const [run] = await activities(visitor);
    expect(run).toMatchObject({ day: null, notes: [expect.stringMatching(/clock/)] });
    const address = `/v1/activities/${run?.activityId ?? ""}/decisions`;
    expect((await send(visitor, "POST", address, { kind: "day", day: "2028-01-01" })).status).toBe(422);
    await send(visitor, "POST", address, { kind: "day", day: "2027-01-12" });
    expect(await activities(visitor)).toMatchObject([{ day: "2027-01-12", notes: [] }]);
    await send(visitor, "DELETE", `/v1/imports/${first.importId}`);
    await imported(visitor, [never]);
    expect(await activities(visitor)).toMatchObject([{ day: "2027-01-12", notes: [] }]);
  });

  it("sees how the plan goes by week and phase, and what was run beside it", async () => {
    const sessions = sessionsOf(5);
    await imported(runner, sessions.slice(1).map(asPlanned));
    const day = ready.plan.weeks[5]?.days.find(({ sessions: some }) => some.length === 0)?.date ?? "";
    const told = { day, metres: 5000, seconds: 1800, effort: 7, name: "With a friend" };
    const { activityId } = ToldActivityAnswer.parse(
      (await send(runner, "POST", "/v1/activities", told)).json,
    );
    const { extra, phases, plan, weeks } = await reviewed();
    const week = weeks.find((one) => one.week === 6);
    const ran = sessions.slice(1).reduce((sum, { metres }) => sum + metres, 5000);
    expect(week).toMatchObject({ done: sessions.length - 1, due: sessions.length, missed: 1, asked: 0 });
    expect((week?.doneMetres ?? 0) / ran).toBeCloseTo(1, 1);
    expect(weeks.find((one) => one.week === 9)).toMatchObject({ due: 0, share: null, doneMetres: 0 });
    for (const all of [weeks, phases]) expect(all.reduce((sum, { done }) => sum + done, 0)).toBe(plan.done);
    expect(extra).toMatchObject([{ activityId, day, metres: 5000, load: { from: "pace" } }]);
  });

  it("sees what a run says: load, level pace, time in zones and best efforts; and the curves of all", async () => {
    const day = "2026-12-30";
    await imported(runner, [gpxFile("even.gpx", { at: `${day}T07:00:00Z`, metres: 10_000, seconds: 3000 })]);
    const run = (await activities(runner)).find((one) => one.day === day && one.countsAs === null);
    const address = `/v1/activities/${run?.activityId ?? ""}?thresholdHeartRate=170`;
    const detail = ActivityDetailAnswer.parse((await runner.call(address)).json);
    expect(detail.levelSecondsPerKm).toBeCloseTo(300, -1);
    expect(detail.load.from).toBe("pace");
    expect(detail.paceZones?.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(3000, -2);
    expect(detail.heartRateZones).toHaveLength(5);
    expect(detail.bestEfforts.find(({ metres }) => metres === 5000)?.seconds).toBeCloseTo(1500, -2);
    const { days } = FitnessAnswer.parse((await runner.call("/v1/me/fitness?days=30")).json);
    expect(days.at(-1)?.day).toBe("2027-01-16");
    expect(days.find((one) => one.day === day)?.load).toBeCloseTo(detail.load.value, 0);
  });
});
