import { gunzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ExportAnswer, ImportAnswer, JobAccepted } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { gpxFile, imported, realFile } from "./runs.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let runner: Visitor;

const FILES = [
  realFile("new-zealand-fr945.fit"),
  gpxFile("monday.gpx", { at: "2026-11-16T07:00:00Z", metres: 8_000, seconds: 2_700 }),
];
const WAITING = Buffer.from("what was sent and is not read yet");

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  runner = createVisitor(() => service.address ?? "");
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

/** Two runs that were read, and a file that is still being sent. */
async function sendRuns(): Promise<void> {
  await imported(runner, FILES);
  const opened = await send(runner, "POST", "/v1/imports", { timeZone: "Europe/Zurich" });
  const { importId } = ImportAnswer.parse(opened.json);
  const headers = { "content-type": "application/octet-stream" };
  const path = `/v1/imports/${importId}/files/0?name=later.gpx`;
  expect((await runner.call(path, { method: "PUT", rawBody: WAITING, headers })).status).toBe(200);
}

/** An export made in the background, as it comes to who reads gzip. */
async function fetched(): Promise<unknown> {
  const accepted = await runner.call("/v1/me/exports", { method: "POST" });
  const path = String(accepted.headers["location"]);
  await expect
    .poll(async () => (await runner.call(path)).json, { timeout: 20_000 })
    .toHaveProperty("status", "done");
  return JSON.parse(gunzipSync((await runner.call(`${path}/file`)).bytes).toString("utf8"));
}

const atOnce = async (): Promise<unknown> => (await runner.call("/v1/me/export")).json;

describe("everything that is kept of a runner", { timeout: 60_000 }, () => {
  it.each([
    ["at once", atOnce],
    ["as the file of a job", fetched],
  ])(
    "has the runs themselves, %s: each track, each file as it came, and what was not read yet",
    async (_how, read) => {
      if (runner.cookies() === "") await sendRuns();
      const { tables, recordings, uploads } = ExportAnswer.parse(await read());
      expect(recordings.map((one) => one.activity_id).toSorted()).toEqual(
        (tables["activities"] ?? []).map(({ id }) => String(id)).toSorted(),
      );
      const files = recordings.map(({ original }) =>
        gunzipSync(Buffer.from(original?.content ?? "", "base64")),
      );
      expect(files.map(({ length }) => length).toSorted()).toEqual(
        FILES.map(({ bytes }) => bytes.length).toSorted(),
      );
      for (const { bytes } of FILES) expect(files.some((file) => file.equals(bytes))).toBe(true);
      for (const { track, speeds } of recordings) {
        expect((track?.["metres"] as readonly number[]).length).toBeGreaterThan(100);
        expect(speeds.length).toBeGreaterThan(0);
      }
      expect(uploads.map(({ content }) => Buffer.from(content.content, "base64").equals(WAITING))).toEqual([
        true,
      ]);
    },
  );

  it("is not handed to who has nothing here", async () => {
    const stranger = createVisitor(() => service.address ?? "");
    for (const [method, path] of [
      ["GET", "/v1/me/export"],
      ["POST", "/v1/me/exports"],
    ] as const)
      expect((await stranger.call(path, { method })).status).toBe(401);
  });

  it("is written once, however often it is asked for before it is there", async () => {
    await service.stop();
    // Without a worker no job comes to its end.
    service = await startTestService(database, { role: "api" });
    const count = async (): Promise<number> =>
      (await database.db.selectFrom("jobs").select("id").where("kind", "=", "export_data").execute()).length;
    const before = await count();
    const asked = await Promise.all(
      Array.from({ length: 15 }, () => runner.call("/v1/me/exports", { method: "POST" })),
    );
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 202));
    expect(new Set(asked.map(({ json }) => JobAccepted.parse(json).jobId)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });
});
