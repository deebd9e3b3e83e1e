import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ActivityDetailAnswer,
  ActivityListAnswer,
  ApiKeyCreatedAnswer,
  ImportReportListAnswer,
} from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { imported, realFile } from "./runs.fixture.ts";
import { root, startTestService } from "./test-service.fixture.ts";

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

const FOLDER = resolve(root, "tests/fixtures/activities");
/** Every recording of a real runner that is kept here. */
const NAMES = readdirSync(FOLDER).filter((name) => /[.](fit|gpx|tcx)$/.test(name));

/** Everything that the service says of what was run. Ids follow from the files, so that two athletes have the same. */
async function allOf(visitor: Visitor, importId: string) {
  const listed = await visitor.call("/v1/activities?limit=100");
  const { activities } = ActivityListAnswer.parse(listed.json);
  const reports = await visitor.call(`/v1/imports/${importId}/reports?limit=100`);
  const details = await Promise.all(
    activities.map(async ({ activityId }) =>
      ActivityDetailAnswer.parse((await visitor.call(`/v1/activities/${activityId}`)).json),
    ),
  );
  return { activities, details, reports: ImportReportListAnswer.parse(reports.json).reports };
}

/** `strideiq import` as a shell runs it: what it printed, and how it ended. */
const strideiqImport = (names: readonly string[], key: string): Promise<{ code: number; out: string }> =>
  new Promise((fulfil) => {
    const files = names.map((name) => resolve(FOLDER, name));
    const main = resolve(root, "apps/cli/src/main.ts");
    const args = ["--server", service.address ?? "", "import", ...files, "--time-zone", "Europe/Zurich"];
    const env = { ...process.env, STRIDEIQ_API_KEY: key, NO_COLOR: "1" };
    execFile(process.execPath, [main, ...args], { env }, (fault, out) => {
      fulfil({ code: fault === null ? 0 : Number(fault.code), out });
    });
  });

describe("files of real runners", { timeout: 120_000 }, () => {
  it("give the same runs, field by field, sent by a shell as by requests such as a page makes", async () => {
    expect(NAMES).toHaveLength(9);
    const runner = newVisitor();
    const { importId } = await imported(runner, NAMES.map(realFile));
    const byRequests = await allOf(runner, importId);
    expect(byRequests.activities).toHaveLength(7);

    const owner = newVisitor();
    await send(owner, "POST", "/v1/accounts", {
      name: "Ada",
      email: "ada@example.org",
      password: "correct horse battery",
    });
    const made = await send(owner, "POST", "/v1/api-keys", { name: "A shell", scopes: ["read", "write"] });
    const { code, out } = await strideiqImport(NAMES, ApiKeyCreatedAnswer.parse(made.json).secret);
    expect(code, "some are refused").toBe(3);
    const [, kept = ""] = /^Kept on the server as import ([0-9a-f-]{36})\.$/m.exec(out) ?? [];
    expect(await allOf(owner, kept)).toEqual(byRequests);
  });
});
