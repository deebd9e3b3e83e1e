import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { AccountAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { optionalSession, readyPlan, signedUp } from "./people.fixture.ts";
import { imported, realFile } from "./runs.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-strangers-"));
  database = await createTestDatabase();
  service = await startTestService(database, { dataFolder: folder, signInsPerMinute: 10_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

const newVisitor = (cookies?: string): Visitor => createVisitor(() => service.address ?? "", cookies);

const idIn = ({ json }: Answer): string => (json as { readonly id: string }).id;

describe("a stranger", () => {
  /** The operations that name something of somebody; everything else has nothing of anybody in its address. */
  const OPERATIONS_WITH_AN_OWNER = 40;
  const OPERATIONS = 100;
  const OWNED = /\{(planId|jobId|goalId|consentId|invitationId|importId|activityId)\}|^\/v1\/coach\//;
  const DAYS = "?from=2027-04-01&to=2027-04-18";
  const QUERIES: Readonly<Record<string, string>> = {
    compare: "?from=1&to=1",
    calendar: DAYS,
    "{position}": "?name=run.fit",
  };

  interface OpenApi {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }

  it("finds nothing at any address of somebody else's plan or job, and changes nothing there", async () => {
    const owner = newVisitor();
    const { athleteId } = AccountAnswer.parse((await signedUp(owner)).json);
    const ready = await readyPlan(owner);
    const { planId } = ready;
    const sessionId = optionalSession(ready);
    await send(owner, "PUT", `/v1/plans/${planId}/sessions/${sessionId}/option`, { option: "b" });
    const ledger = (await owner.call(`/v1/plans/${planId}/changes`)).json as {
      readonly changes: readonly { readonly id: string }[];
    };
    const { jobs } = (await owner.call("/v1/jobs")).json as {
      readonly jobs: readonly { readonly jobId: string }[];
    };
    const { importId } = await imported(owner, [realFile("new-zealand-fr945.fit")]);
    const { activities } = (await owner.call("/v1/activities")).json as {
      readonly activities: readonly { readonly activityId: string }[];
    };
    const coach = { email: "coach@example.org" };
    const params = {
      athleteId,
      invitationId: idIn(await send(owner, "POST", "/v1/coaches", coach)),
      planId,
      jobId: jobs[0]?.jobId ?? "",
      goalId: idIn(await send(owner, "POST", "/v1/goals", { distance: "5k", raceDate: "2027-04-18" })),
      consentId: idIn(
        await send(owner, "POST", "/v1/consents", { kind: "health_data", textVersion: "2026-11-22" }),
      ),
      importId,
      activityId: activities[0]?.activityId ?? "",
      position: "0",
      sessionId,
      version: "1",
      changeId: ledger.changes[0]?.id ?? "",
    };
    const bodies: Readonly<Record<string, unknown>> = {
      restore: { version: 1 },
      undo: {},
      completion: { state: "skipped" },
      "{goalId}": { distance: "5k", raceDate: "2027-04-18" },
      regenerate: {},
      changes: { wish: { kind: "adapt" } },
      "what-if": { wish: { kind: "adapt" } },
      option: { option: "a" },
      session: { session: null },
      decisions: { kind: "preferred" },
    };

    const { paths } = (await owner.call("/openapi.json")).json as OpenApi;
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
    );
    expect(operations).toHaveLength(OPERATIONS);
    const owned = operations.filter(({ path }) => OWNED.test(path));
    expect(owned).toHaveLength(OPERATIONS_WITH_AN_OWNER);

    const strangers = [newVisitor(), newVisitor(), newVisitor()];
    await readyPlan(strangers[1] ?? owner);
    await signedUp(strangers[2] ?? owner);
    const before = (await owner.call(`/v1/plans/${planId}`)).bytes;
    for (const stranger of strangers) {
      for (const { path, method } of owned) {
        const address = path.replace(/\{(\w+)\}/g, (_, name: keyof typeof params) => params[name]);
        const query = QUERIES[path.split("/").at(-1) ?? ""] ?? "";
        const body = method === "GET" ? undefined : bodies[path.split("/").at(-1) ?? ""];
        const answer = await send(
          stranger,
          method,
          `${address}${query}`,
          method === "DELETE" ? undefined : body,
        );
        // The side of a coach is shut to everybody else before anything is looked for.
        const status = path.startsWith("/v1/coach/invitations") ? 403 : 404;
        expect([method, path, answer.status]).toEqual([method, path, status]);
      }
      const listed = await stranger.call("/v1/plans");
      const jobList = await stranger.call("/v1/jobs");
      const days = await stranger.call(`/v1/calendar${DAYS}`);
      for (const { bytes } of [listed, jobList, days]) expect(bytes.toString("utf8")).not.toContain(planId);
    }
    expect((await owner.call(`/v1/plans/${planId}`)).bytes.equals(before)).toBe(true);
  });
});
