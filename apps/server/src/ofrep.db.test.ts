import { FEATURES } from "@strideiq/access";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { FlagListAnswer, OfrepBulkAnswer, Problem } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const ALL = "/ofrep/v1/evaluate/flags";
const KEY = "plan.calendar";

let database: TestDatabase;
let service: Service;
let admin: Visitor;
let runner: Visitor;
let athleteId: string;

const newcomer = (): Visitor => createVisitor(() => service.address ?? "");

async function signUp(name: string, role: string): Promise<readonly [Visitor, string]> {
  const visitor = newcomer();
  const email = `${name}@example.org`;
  const made = await send(visitor, "POST", "/v1/accounts", {
    name,
    email,
    password: "correct horse battery",
  });
  await sql`update accounts set role = ${role} where email = ${email}`.execute(database.db);
  return [visitor, (made.json as { readonly athleteId: string }).athleteId];
}

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  [admin] = await signUp("ruth", "admin");
  [runner, athleteId] = await signUp("ben", "athlete");
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const ask = (who: Visitor, context: object = {}, headers = {}, path = `${ALL}/${KEY}`): Promise<Answer> =>
  send(who, "POST", path, { context }, headers);
const codeOf = ({ status, json }: Answer) => [status, Problem.parse(json).code];

async function setFlag(settings: object): Promise<void> {
  const { flags } = FlagListAnswer.parse((await admin.call("/v1/admin/flags")).json);
  const flag = flags.find(({ key }) => key === KEY);
  const definition = {
    ...(flag?.definition as object),
    killed: false,
    rolloutPercent: 100,
    athletes: [],
    only: {},
    ...settings,
  };
  const body = { definition, revision: flag?.revision, why: "a test" };
  expect((await send(admin, "PUT", `/v1/admin/flags/${KEY}`, body)).status).toBe(200);
}
const becomes = (who: Visitor, context: object, expected: object, headers = {}): Promise<void> =>
  expect
    .poll(async () => (await ask(who, context, headers)).json, { timeout: 5_000, interval: 20 })
    .toMatchObject(expected);

async function keyWith(scopes: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const made = await send(admin, "POST", "/v1/api-keys", { name: "A service", scopes });
  expect(made.status).toBe(201);
  return { authorization: `Bearer ${(made.json as { readonly secret: string }).secret}` };
}

describe("OFREP", { timeout: 60_000 }, () => {
  it("answers for whoever asks, with value, reason and variant", async () => {
    expect((await ask(newcomer())).json).toEqual({
      key: KEY,
      value: true,
      reason: "STATIC",
      variant: "everybody",
    });
    await setFlag({ rolloutPercent: 0, athletes: [athleteId] });
    await becomes(runner, {}, { value: true, reason: "TARGETING_MATCH", variant: "chosen_athlete" });
    await becomes(newcomer(), {}, { value: false, reason: "SPLIT", variant: "not_in_rollout" });
    await setFlag({ killed: true });
    await becomes(runner, {}, { value: false, reason: "DISABLED", variant: "killed" });
    await setFlag({ only: { distance: ["marathon"] } });
    await becomes(runner, { distance: "marathon" }, { value: true });
    await becomes(runner, { distance: "5k" }, { value: false, variant: "not_targeted" });
    await setFlag({});
    await becomes(runner, {}, { value: true });
  });

  it("says of a flag that nobody has what a client of OpenFeature understands", async () => {
    const answer = await ask(runner, {}, {}, `${ALL}/plan.time_travel`);
    expect(codeOf(answer)).toEqual([404, "flag_not_found"]);
    expect(answer.json).toMatchObject({ key: "plan.time_travel", errorCode: "FLAG_NOT_FOUND" });
  });

  it("answers for all features at once, and with 304 while nothing has changed", async () => {
    const first = await ask(runner, {}, {}, ALL);
    const { flags } = OfrepBulkAnswer.parse(first.json);
    expect(flags.map(({ key }) => key)).toEqual(FEATURES);
    const etag = String(first.headers["etag"]);
    expect((await ask(runner, {}, { "if-none-match": etag }, ALL)).status).toBe(304);
    await setFlag({ killed: true });
    const changed = async () => (await ask(runner, {}, { "if-none-match": etag }, ALL)).status;
    await expect.poll(changed, { timeout: 5_000, interval: 20 }).toBe(200);
    await setFlag({});
    await becomes(runner, {}, { value: true });
  });

  it("takes who somebody is from their session, and from nobody's word", async () => {
    await setFlag({ only: { role: ["admin"] } });
    await becomes(runner, {}, { value: false });
    expect((await ask(admin)).json).toMatchObject({ value: true });
    expect((await ask(runner, { targetingKey: athleteId, role: "athlete" })).status).toBe(200);
    const claims = [{ role: "admin" }, { product: "elite" }, { targetingKey: "somebody else" }];
    for (const context of claims)
      for (const who of [runner, newcomer()])
        for (const path of [ALL, `${ALL}/${KEY}`]) {
          const answer = await ask(who, context, {}, path);
          expect(codeOf(answer)).toEqual([403, "foreign_context"]);
          expect(answer.json).toMatchObject({ errorCode: "INVALID_CONTEXT" });
        }
  });

  it("lets a service ask for anybody, by a key that an administrator made for nothing else", async () => {
    const key = await keyWith(["evaluate_flags"]);
    await becomes(newcomer(), { targetingKey: athleteId, role: "admin" }, { value: true }, key);
    expect((await ask(newcomer(), { targetingKey: athleteId, role: "coach" }, key)).json).toMatchObject({
      value: false,
    });
    expect(codeOf(await newcomer().call("/v1/plans", { headers: key }))).toEqual([403, "scope_missing"]);
    const other = await keyWith(["read", "write"]);
    expect(codeOf(await ask(newcomer(), {}, other))).toEqual([403, "scope_missing"]);
    expect(codeOf(await ask(newcomer(), {}, { authorization: "Bearer siq_nothing" }))).toEqual([
      401,
      "bad_api_key",
    ]);
    const wanted = { name: "Mine", scopes: ["evaluate_flags"] };
    expect(codeOf(await send(runner, "POST", "/v1/api-keys", wanted))).toEqual([
      403,
      "service_key_for_admins",
    ]);
  });

  it("answers no service whose key was made by somebody who is an administrator no more", async () => {
    const service = await keyWith(["evaluate_flags"]);
    const both = await keyWith(["read", "evaluate_flags"]);
    const asked = { targetingKey: athleteId, role: "admin" };
    const role = (name: string) =>
      sql`update accounts set role = ${name} where email = 'ruth@example.org'`.execute(database.db);
    expect((await ask(newcomer(), asked, service)).status).toBe(200);
    for (const name of ["coach", "athlete"]) {
      await role(name);
      for (const key of [service, both])
        for (const path of [ALL, `${ALL}/${KEY}`])
          expect(codeOf(await ask(newcomer(), asked, key, path))).toEqual([403, "scope_missing"]);
    }
    // What anybody may give a key stays.
    expect((await newcomer().call("/v1/plans", { headers: both })).status).toBe(200);
    await role("admin");
    expect((await ask(newcomer(), asked, service)).status).toBe(200);
  });
});
