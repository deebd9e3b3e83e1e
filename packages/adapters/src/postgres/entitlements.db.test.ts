import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { asAthlete } from "./athlete-scope.ts";
import { createEntitlements } from "./entitlements.ts";
import { spendPlan } from "./spend-plan.ts";
import { storeAccount } from "./testing/an-account.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const ADMIN = newUuidV7();
let database: TestDatabase;
let ada: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeAccount(database.db, ADMIN);
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`truncate entitlements, audit_log`.execute(database.db);
  ada = newUuidV7();
  await database.db.insertInto("athletes").values({ id: ada, name: "Ada" }).execute();
});

const held = () => createEntitlements(database.app, newUuidV7);
const spend = () => asAthlete(database.app, ada, (tx) => spendPlan(tx, ada));
const grant = (product: "plan" | "pro") =>
  held().grant({ athleteId: ada, product, endsAt: null, by: ADMIN, why: "a gift" });

describe("what athletes hold", () => {
  it("can be given by an administrator and taken back once, and the audit shows both", async () => {
    const id = (await grant("pro")) ?? "";
    expect(await held().holdingsOf(ada)).toMatchObject([
      { product: "pro", source: "grant", revokedAt: null },
    ]);
    expect(await held().revoke(ada, id, ADMIN, "a mistake")).toBe(true);
    expect(await held().revoke(ada, id, ADMIN, "a mistake")).toBe(false);
    expect((await held().holdingsOf(ada))[0]?.revokedAt).not.toBeNull();
    const entries = await database.db.selectFrom("audit_log").selectAll().orderBy("id").execute();
    expect(entries).toMatchObject([
      {
        action: "entitlement.grant",
        actor_id: ADMIN,
        subject_id: ada,
        reason: "a gift",
        after: { product: "pro" },
      },
      { action: "entitlement.revoke", actor_id: ADMIN, subject_id: ada, reason: "a mistake" },
    ]);
  });

  it("is nobody else's to see or to take", async () => {
    const ben = newUuidV7();
    await database.db.insertInto("athletes").values({ id: ben, name: "Ben" }).execute();
    const id = (await grant("pro")) ?? "";
    expect(await held().holdingsOf(ben)).toEqual([]);
    expect(await held().revoke(ben, id, ADMIN, "x")).toBe(false);
  });

  it("holds one trial, whoever asks twice at once", async () => {
    const started = await Promise.all([1, 2, 3].map(() => held().startTrial(ada, "pro", 30)));
    expect(started.filter(Boolean)).toHaveLength(1);
    const [trial] = await held().holdingsOf(ada);
    expect(((trial?.endsAt ?? 0) - (trial?.startsAt ?? 0)) / 86_400_000).toBeCloseTo(30, 1);
  });

  it("gives up each single plan once when twenty ask at once, and never one that is not there", async () => {
    await grant("plan");
    await grant("plan");
    await grant("pro");
    const spent = await Promise.all(Array.from({ length: 20 }, () => spend()));
    expect(spent.filter(Boolean)).toHaveLength(2);
    const holdings = await held().holdingsOf(ada);
    expect(holdings.filter(({ product }) => product === "plan").every(({ endsAt }) => endsAt !== null)).toBe(
      true,
    );
    expect(holdings.find(({ product }) => product === "pro")?.endsAt).toBeNull();
  });
});
