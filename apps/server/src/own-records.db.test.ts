import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ApiKeyCreatedAnswer,
  ApiKeyListAnswer,
  AuditAnswer,
  CompletionListAnswer,
  ConsentAnswer,
  GoalAnswer,
  GoalListAnswer,
  Problem,
  QuestionnaireListAnswer,
} from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, password, signedUp } from "./people.fixture.ts";
import { settledPlan, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { signInsPerMinute: 10_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const codeOf = ({ json }: Answer): string => Problem.parse(json).code;

async function account(): Promise<{
  readonly visitor: Visitor;
  readonly email: string;
  readonly id: string;
}> {
  const visitor = newVisitor();
  const email = nextEmail();
  await signedUp(visitor, email);
  const { id } = await database.db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return { visitor, email, id };
}

async function planWithSession(visitor: Visitor) {
  const answer = await settledPlan(visitor);
  if (answer.status !== "ready") throw new Error(answer.status);
  const session = answer.plan.weeks[0]?.days.flatMap(({ sessions }) => sessions)[0];
  return { address: `/v1/plans/${answer.planId}`, planId: answer.planId, sessionId: session?.id ?? "" };
}

describe("a goal", () => {
  it("is named, changed for the state that was read, listed by pages, and deleted", async () => {
    const visitor = newVisitor();
    const goals = [];
    for (const distance of ["5k", "10k", "marathon"])
      goals.push(await send(visitor, "POST", "/v1/goals", { distance, raceDate: "2027-04-18" }));
    expect(goals.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [first] = goals;
    const address = String(first?.headers["location"]);
    const { etag = "" } = (await visitor.call(address)).headers;
    const body = { distance: "5k", raceDate: "2027-05-01", targetSeconds: 1_500 };
    const changed = await send(visitor, "PUT", address, body, { "if-match": String(etag) });
    expect(GoalAnswer.parse(changed.json)).toMatchObject({ raceDate: "2027-05-01", revision: 2 });
    const late = await send(visitor, "PUT", address, body, { "if-match": String(etag) });
    expect([late.status, codeOf(late)]).toEqual([412, "changed_meanwhile"]);

    const page = GoalListAnswer.parse((await visitor.call("/v1/goals?limit=2")).json);
    const rest = GoalListAnswer.parse(
      (await visitor.call(`/v1/goals?limit=2&after=${page.next ?? ""}`)).json,
    );
    expect([...page.goals, ...rest.goals].map(({ distance }) => distance)).toEqual(["marathon", "10k", "5k"]);
    const lateEnd = await send(visitor, "DELETE", address, undefined, { "if-match": String(etag) });
    expect([lateEnd.status, codeOf(lateEnd)]).toEqual([412, "changed_meanwhile"]);
    expect((await send(visitor, "DELETE", address)).status).toBe(200);
    expect(codeOf(await visitor.call(address))).toBe("goal_not_found");
    for (const method of ["PUT", "DELETE"])
      expect(codeOf(await send(visitor, method, address, method === "PUT" ? body : undefined))).toBe(
        "goal_not_found",
      );
  });
});

describe("a completion", () => {
  it("told by hand wins over what was matched, survives it, and can be taken back", async () => {
    const visitor = newVisitor();
    const { address, planId, sessionId } = await planWithSession(visitor);
    const { athlete_id } = await database.db
      .selectFrom("training_plans")
      .select("athlete_id")
      .where("id", "=", planId)
      .executeTakeFirstOrThrow();
    const matched = { plan_id: planId, athlete_id, session_id: sessionId, source: "matched" as const };
    await database.db
      .insertInto("workout_completions")
      .values({
        ...matched,
        state: "done",
        done_on: (await firstDay(planId)) ?? null,
        metres: 8_000,
        activity_id: planId,
      })
      .execute();
    const list = async () =>
      CompletionListAnswer.parse((await visitor.call(`${address}/completions`)).json).completions;
    expect(await list()).toMatchObject([{ sessionId, source: "matched", metres: 8_000 }]);

    const told = await send(visitor, "PUT", `${address}/sessions/${sessionId}/completion`, {
      state: "skipped",
      note: "ill",
    });
    expect(told.status).toBe(200);
    expect(await list()).toMatchObject([{ sessionId, source: "manual", state: "skipped", metres: null }]);
    const { etag = "" } = told.headers;
    const headers = { "if-match": String(etag) };
    const done = { state: "done", doneOn: "2026-11-23", metres: 9_000, seconds: 3_000, effort: 4 };
    const again = await send(visitor, "PUT", `${address}/sessions/${sessionId}/completion`, done, headers);
    expect(again.json).toMatchObject({ state: "done", effort: 4, revision: 2 });
    const late = await send(visitor, "PUT", `${address}/sessions/${sessionId}/completion`, done, headers);
    expect([late.status, codeOf(late)]).toEqual([412, "changed_meanwhile"]);
    const place = `${address}/sessions/${sessionId}/completion`;
    expect(codeOf(await send(visitor, "DELETE", place, undefined, headers))).toBe("changed_meanwhile");
    expect((await send(visitor, "DELETE", place)).status).toBe(200);
    expect(codeOf(await send(visitor, "DELETE", place))).toBe("completion_not_found");
    expect(await list()).toMatchObject([{ sessionId, source: "matched" }]);
  });

  it("stays when the plan gets another version", async () => {
    const visitor = newVisitor();
    const { address, sessionId } = await planWithSession(visitor);
    const done = { state: "done", doneOn: "2026-11-23" };
    await send(visitor, "PUT", `${address}/sessions/${sessionId}/completion`, done);
    expect((await send(visitor, "POST", `${address}/restore`, { version: 1 })).status).toBe(200);
    const { completions } = CompletionListAnswer.parse((await visitor.call(`${address}/completions`)).json);
    expect(completions).toMatchObject([{ sessionId, state: "done" }]);
  });

  it("of a session that there is not is refused, and so is a skipped run with a distance, or a done one without", async () => {
    const visitor = newVisitor();
    const { address, sessionId } = await planWithSession(visitor);
    const missing = await send(visitor, "PUT", `${address}/sessions/s999/completion`, { state: "skipped" });
    expect([missing.status, codeOf(missing)]).toEqual([404, "session_not_found"]);
    const odd = { state: "skipped", metres: 5_000 };
    expect((await send(visitor, "PUT", `${address}/sessions/${sessionId}/completion`, odd)).status).toBe(422);
    const nothing = { state: "done", doneOn: "2026-11-23", metres: 0 };
    const refused = await send(visitor, "PUT", `${address}/sessions/${sessionId}/completion`, nothing);
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ errors: [{ field: "metres" }] });
  });
});

const firstDay = async (planId: string) =>
  (
    await database.db
      .selectFrom("training_plans")
      .select("first_date")
      .where("id", "=", planId)
      .executeTakeFirstOrThrow()
  ).first_date;

describe("answers about health", () => {
  it("need a consent, are kept with it, and go when it is withdrawn", async () => {
    const visitor = newVisitor();
    const told = { answers: { history: "years" }, healthAnswers: { asthma: true } };
    expect(codeOf(await send(visitor, "POST", "/v1/questionnaires", told))).toBe("consent_needed");
    const consent = { kind: "health_data", textVersion: "2026-11-22" };
    const given = ConsentAnswer.parse((await send(visitor, "POST", "/v1/consents", consent)).json);
    const same = ConsentAnswer.parse((await send(visitor, "POST", "/v1/consents", consent)).json);
    expect(same.id).toBe(given.id);
    expect((await send(visitor, "POST", "/v1/questionnaires", told)).status).toBe(201);
    const newer = { ...consent, textVersion: "2026-11-23" };
    const next = ConsentAnswer.parse((await send(visitor, "POST", "/v1/consents", newer)).json);
    const list = async () =>
      QuestionnaireListAnswer.parse((await visitor.call("/v1/questionnaires")).json).questionnaires;
    expect(await list()).toMatchObject([told]);
    const withdrawn = await send(visitor, "POST", `/v1/consents/${next.id}/withdraw`);
    expect(ConsentAnswer.parse(withdrawn.json).withdrawnAt).not.toBeNull();
    expect(await list()).toMatchObject([{ answers: told.answers, healthAnswers: null }]);
  });
});

describe("a key for a program", () => {
  const withKey = (secret: string): Visitor => {
    const program = newVisitor();
    return {
      ...program,
      call: (path, options = {}) =>
        program.call(path, {
          ...options,
          headers: { authorization: `Bearer ${secret}`, ...options.headers },
        }),
    };
  };

  it("is shown once, kept as a hash, does what it is for and nothing else, until it is revoked", async () => {
    const { visitor } = await account();
    const { planId } = await planWithSession(visitor);
    const made = await send(visitor, "POST", "/v1/api-keys", { name: "watch", scopes: ["read"] });
    const { id, secret } = ApiKeyCreatedAnswer.parse(made.json);
    const kept = await database.db
      .selectFrom("api_keys")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(kept)).not.toContain(secret.slice(12));

    const program = withKey(secret);
    expect((await program.call("/v1/me")).json).toMatchObject({ kind: "api_key", scopes: ["read"] });
    expect((await program.call(`/v1/plans/${planId}`)).status).toBe(200);
    expect(codeOf(await send(program, "DELETE", `/v1/plans/${planId}`))).toBe("scope_missing");
    expect(codeOf(await program.call("/v1/api-keys"))).toBe("person_only");
    expect(codeOf(await withKey(`${secret}x`).call("/v1/me"))).toBe("bad_api_key");

    const { apiKeys } = ApiKeyListAnswer.parse((await visitor.call("/v1/api-keys")).json);
    expect(apiKeys).toMatchObject([{ id, name: "watch", lastUsedAt: expect.any(String) as unknown }]);
    expect((await send(visitor, "POST", `/v1/api-keys/${id}/revoke`)).status).toBe(200);
    expect(codeOf(await program.call("/v1/me"))).toBe("bad_api_key");
  });

  it("with the right to write makes plans, and cannot delete the account", async () => {
    const { visitor } = await account();
    const made = await send(visitor, "POST", "/v1/api-keys", { name: "cli", scopes: ["read", "write"] });
    const program = withKey(ApiKeyCreatedAnswer.parse(made.json).secret);
    const { planId } = await planWithSession(program);
    expect((await visitor.call(`/v1/plans/${planId}`)).status).toBe(200);
    const refused = await send(program, "DELETE", "/v1/me");
    expect([refused.status, codeOf(refused)]).toEqual([403, "person_only"]);
  });

  it("is nothing for guests, nobody's to revoke but its owner's, and never past its end", async () => {
    const guest = newVisitor();
    await planWithSession(guest);
    expect(codeOf(await send(guest, "POST", "/v1/api-keys", { name: "x", scopes: ["read"] }))).toBe(
      "sign_in_needed",
    );
    const [ada, ben] = [await account(), await account()];
    const made = await send(ada.visitor, "POST", "/v1/api-keys", { name: "x", scopes: ["read"] });
    const { id } = ApiKeyCreatedAnswer.parse(made.json);
    expect(codeOf(await send(ben.visitor, "POST", `/v1/api-keys/${id}/revoke`))).toBe("api_key_not_found");
    const over = { name: "x", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" };
    expect((await send(ada.visitor, "POST", "/v1/api-keys", over)).status).toBe(422);
  });
});

describe("the audit", () => {
  it("tells an administrator who did what, and nobody else", async () => {
    const [admin, ada] = [await account(), await account()];
    await database.db.updateTable("accounts").set({ role: "admin" }).where("id", "=", admin.id).execute();
    await send(ada.visitor, "POST", "/v1/sessions", { email: ada.email, password });
    await ada.visitor.call("/v1/me/export");
    await send(ada.visitor, "POST", "/v1/api-keys", { name: "x", scopes: ["read"] });
    const role = await send(admin.visitor, "PUT", `/v1/admin/accounts/${ada.id}/role`, { role: "coach" });
    expect(role.json).toMatchObject({ role: "coach" });
    const actionsOf = async (id: string) =>
      AuditAnswer.parse((await admin.visitor.call("/v1/admin/audit?limit=100")).json)
        .entries.filter(({ actor, subject }) => actor.id === id || subject.id === id)
        .map(({ action }) => action);
    expect((await actionsOf(ada.id)).toReversed()).toEqual([
      "account.created",
      "session.opened",
      "data.exported",
      "api_key.created",
      "role.changed",
    ]);
    expect(codeOf(await ada.visitor.call("/v1/admin/audit"))).toBe("admin_only");
    expect(
      codeOf(await send(ada.visitor, "PUT", `/v1/admin/accounts/${ada.id}/role`, { role: "admin" })),
    ).toBe("admin_only");

    await send(ada.visitor, "DELETE", "/v1/me");
    expect(await actionsOf(ada.id)).toEqual([]);
    const { entries } = AuditAnswer.parse((await admin.visitor.call("/v1/admin/audit?limit=1")).json);
    expect(entries).toMatchObject([{ action: "account.deleted", actor: { kind: "system", id: null } }]);
  });

  it("cannot lose the last administrator", async () => {
    const admin = await account();
    await database.db.updateTable("accounts").set({ role: "athlete" }).where("role", "=", "admin").execute();
    await database.db.updateTable("accounts").set({ role: "admin" }).where("id", "=", admin.id).execute();
    const kept = await send(admin.visitor, "PUT", `/v1/admin/accounts/${admin.id}/role`, { role: "athlete" });
    expect([kept.status, codeOf(kept)]).toEqual([409, "last_admin"]);
    const list = await admin.visitor.call("/v1/admin/accounts");
    expect(list.bytes.toString()).toContain(admin.email);
  });
});
