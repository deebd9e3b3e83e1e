import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { createTestDatabase, MIGRATIONS, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase("empty");
});
afterAll(() => database.close());

const prepare = (ownerUrl: string, install: Parameters<typeof prepareDatabase>[0]["install"] = []) =>
  prepareDatabase({ ownerUrl, migrations: MIGRATIONS, install });

describe("preparing a database", () => {
  it("is told as a value when nobody answers there, or the password is wrong", async () => {
    const nowhere = new URL(database.url);
    nowhere.port = "1";
    const stranger = new URL(database.url);
    stranger.password = "wrong";
    for (const url of [nowhere, stranger])
      expect(await prepare(url.href)).toEqual({ ok: false, error: { type: "DatabaseDoesNotAnswer" } });
  });

  it("is refused to an owner who may not create the role that the application works as", async () => {
    const name = `owner_${randomUUID().replaceAll("-", "")}`;
    await sql`create role ${sql.id(name)} login password 'owner'`.execute(database.db);
    await sql`create database ${sql.id(name)} owner ${sql.id(name)} template template0`.execute(database.db);
    const url = new URL(database.url);
    Object.assign(url, { username: name, password: "owner", pathname: `/${name}` });
    try {
      expect(await prepare(url.href)).toEqual({ ok: false, error: { type: "OwnerMayNotCreateRoles" } });
    } finally {
      await sql`drop database ${sql.id(name)} with (force)`.execute(database.db);
      await sql`drop role ${sql.id(name)}`.execute(database.db);
    }
  });

  it("stops at what it does not know, and the next start does the rest", async () => {
    const broken = { schema: "public", run: () => Promise.reject(new Error("the queue has a defect")) };
    await expect(prepare(database.url, [broken])).rejects.toThrow("the queue has a defect");
    const prepared = await prepare(database.url);
    const again = await prepare(database.url);
    if (!prepared.ok) throw new Error(prepared.error.type);
    expect(again).toEqual(prepared);
    const app = openDatabase(prepared.value.url);
    expect(await app.selectFrom("feature_flags").select("key").execute()).toEqual([]);
    await app.destroy();
    await sql`drop owned by ${sql.id(new URL(prepared.value.url).username)}`.execute(database.db);
    await sql`drop role ${sql.id(new URL(prepared.value.url).username)}`.execute(database.db);
  });
});
