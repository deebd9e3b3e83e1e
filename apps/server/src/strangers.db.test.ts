import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { AccountAnswer, Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { type OpenApi, type Operation, operationsOf } from "./http/open-api.fixture.ts";
import { nextEmail, optionalSession, readyPlan, signedUp } from "./people.fixture.ts";
import { imported, realFile } from "./runs.fixture.ts";
import { type Expected, STRANGERS } from "./strangers.fixture.ts";
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

/** What the first of a list in an answer is called by. */
function firstOf({ json }: Answer, list: string, name: string): string {
  const found: unknown = Reflect.get(Object(json), list);
  return Array.isArray(found) ? idIn({ json: found[0] as unknown }, name) : "";
}
const idIn = ({ json }: Pick<Answer, "json">, name = "id"): string => String(Reflect.get(Object(json), name));

interface Owner {
  readonly visitor: Visitor;
  readonly email: string;
  readonly key: string;
  /** A thing of the owner's for each gap in an address. */
  readonly params: Readonly<Record<string, string>>;
}

/** Somebody who has one of everything. */
async function newOwner(): Promise<Owner> {
  const visitor = newVisitor();
  const email = nextEmail();
  const { athleteId } = AccountAnswer.parse((await signedUp(visitor, email)).json);
  const ready = await readyPlan(visitor);
  const { planId } = ready;
  const sessionId = optionalSession(ready);
  await send(visitor, "PUT", `/v1/plans/${planId}/sessions/${sessionId}/option`, { option: "b" });
  const { importId } = await imported(visitor, [realFile("new-zealand-fr945.fit")]);
  const post = (path: string, body: unknown): Promise<Answer> => send(visitor, "POST", path, body);
  const apiKey = await post("/v1/api-keys", { name: "watch", scopes: ["read"] });
  const account = await database.db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  const params = {
    athleteId,
    accountId: account.id,
    apiKeyId: idIn(apiKey),
    invitationId: idIn(await post("/v1/coaches", { email: "coach@example.org" })),
    planId,
    jobId: firstOf(await visitor.call("/v1/jobs"), "jobs", "jobId"),
    goalId: idIn(await post("/v1/goals", { distance: "5k", raceDate: "2027-04-18" })),
    consentId: idIn(await post("/v1/consents", { kind: "health_data", textVersion: "2026-11-22" })),
    importId,
    activityId: firstOf(await visitor.call("/v1/activities"), "activities", "activityId"),
    sessionId,
    changeId: firstOf(await visitor.call(`/v1/plans/${planId}/changes`), "changes", "id"),
  };
  expect(Object.values(params)).not.toContain("undefined");
  return { visitor, email, key: idIn(apiKey, "secret"), params };
}

/** What is nobody's in particular. */
const COMMON: Readonly<Record<string, string>> = {
  position: "0",
  version: "1",
  standardPlanId: "marathon-18-weeks-mid",
  workoutId: "easy-run",
  letterId: "0193b3a0-7c1e-7000-8000-000000000001",
  grantId: "0193b3a0-7c1e-7000-8000-000000000002",
  key: "plan.calendar",
  configurationId: "1",
  pluginId: "hill-blocks",
  table: "workout_definitions",
  rowId: "easy-run",
};
const DAYS = "?from=2027-04-01&to=2027-04-18";
const QUERIES: Readonly<Record<string, string>> = {
  compare: "?from=1&to=1",
  calendar: DAYS,
  compact: DAYS,
  "{position}": "?name=run.fit",
  "{standardPlanId}": "?raceDate=2027-04-18",
};

/** The example of the document, with the owner's own names where there is something to be guessed. */
function bodyFor({ method, path, document }: Operation, { email, params }: Owner): unknown {
  const example = document.requestBody?.content["application/json"]?.example;
  if (path.startsWith("/v1/accounts") || path === "/v1/sessions")
    return { ...Object(example), email, password: "not the right one" };
  if (path === "/v1/password-resets" || path === "/v1/email-confirmations") return { email };
  if (path.endsWith("/session"))
    return { session: { planId: params["planId"], sessionId: params["sessionId"] } };
  // The day of the example has not come yet, which is refused before anybody looks for the session.
  if (path.endsWith("/completion") && method === "PUT") return { ...Object(example), doneOn: "2026-11-22" };
  return method === "GET" || method === "DELETE" ? undefined : example;
}

describe("a stranger", () => {
  const OPERATIONS = 115;
  /** Named in the address, and thus said back in no answer. */
  const SAID_BACK = new Set(["sessionId"]);
  let owned: Promise<Owner> | undefined;
  const theOwner = (): Promise<Owner> => (owned ??= newOwner());
  const allOperations = async (): Promise<readonly Operation[]> =>
    operationsOf((await newVisitor().call("/openapi.json")).json as OpenApi);

  it("has an expected answer for every operation of the document, and for no other", async () => {
    const names = (await allOperations()).map(({ method, path }) => `${method} ${path}`);
    expect(names).toHaveLength(OPERATIONS);
    expect(Object.keys(STRANGERS).toSorted()).toEqual(names.toSorted());
  });

  const guest = async (): Promise<Visitor> => {
    const visitor = newVisitor();
    await send(visitor, "POST", "/v1/goals", { distance: "5k", raceDate: "2027-04-18" });
    return visitor;
  };
  const athlete = async (): Promise<Visitor> => {
    const visitor = newVisitor();
    await signedUp(visitor);
    return visitor;
  };
  const KINDS: readonly (readonly [keyof Expected, () => Promise<Visitor>])[] = [
    ["unknown", () => Promise.resolve(newVisitor())],
    ["guest", guest],
    ["account", athlete],
  ];

  it.each(KINDS)(
    "who is %s is answered by every operation as its table says, finds nothing of somebody else, and changes nothing",
    async (kind, come) => {
      const [owner, operations] = [await theOwner(), await allOperations()];
      const kept = await keptOf(owner);
      const cookies = (await come()).cookies();
      const told: Record<string, string> = {};
      for (const name of Object.keys(STRANGERS)) {
        const operation = operations.find(({ method, path }) => `${method} ${path}` === name);
        if (operation === undefined) continue;
        // Each comes as who they were, whatever the operation before gave or took.
        const answer = await ask(newVisitor(cookies), operation, owner);
        told[name] =
          answer.status < 400 ? String(answer.status) : `${String(answer.status)} ${codeOf(answer)}`;
        const text = answer.bytes.toString("utf8");
        for (const [param, id] of Object.entries(owner.params))
          if (!SAID_BACK.has(param)) expect(text, `${name} ${param}`).not.toContain(id);
        expect(text, name).not.toContain(owner.email);
      }
      expect(told).toEqual(
        Object.fromEntries(Object.entries(STRANGERS).map(([name, one]) => [name, one[kind]])),
      );
      expect(await keptOf(owner)).toEqual(kept);
    },
  );
});

const codeOf = ({ json }: Answer): string => Problem.parse(json).code;

const ask = (visitor: Visitor, operation: Operation, owner: Owner): Promise<Answer> => {
  const { method, path } = operation;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => owner.params[name] ?? COMMON[name] ?? name);
  const query = QUERIES[path.split("/").at(-1) ?? ""] ?? "";
  return send(visitor, method, `${address}${query}`, bodyFor(operation, owner));
};

/** Everything that is kept of the owner, beside traces of this test itself, and that the owner's key still opens it. */
async function keptOf({ visitor, key }: Owner): Promise<unknown> {
  const program = await newVisitor().call("/v1/goals", { headers: { authorization: `Bearer ${key}` } });
  expect(program.status).toBe(200);
  const { account, tables } = (await visitor.call("/v1/me/export")).json as {
    readonly account: unknown;
    readonly tables: Readonly<Record<string, unknown>>;
  };
  // The key was used, the export is noted, and whoever asks for a new password has a letter sent.
  return { account, tables: { ...tables, api_keys: null, audit_log: null, mail_outbox: null } };
}
