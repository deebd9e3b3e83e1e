import type { Accounts, FindSignedIn, SignedIn } from "@strideiq/application";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createAccountRecords } from "../postgres/account-repository.ts";
import { createAthletes } from "../postgres/athlete-repository.ts";
import { createFindSignedIn } from "../postgres/signed-in.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { createAccounts, SESSION_FRESH_SECONDS } from "./accounts.ts";

const secret = "for these tests only, thirty-two characters";
const DAY = 24 * 3_600_000;

let database: TestDatabase;
let accounts: Accounts;
let find: FindSignedIn;
let later: number;
beforeAll(async () => {
  database = await createTestDatabase();
  accounts = createAccounts({
    database: { db: database.app, type: "postgres" },
    isSecure: false,
    confirmsEmail: false,
    secret,
    publicUrl: () => "http://localhost:4747",
    newId: newUuidV7,
    onPasswordChanged: () => Promise.resolve(),
    postMail: () => Promise.resolve(),
    ...createAccountRecords(database.app, () => new Date()),
  });
  const now = (): Date => new Date(Date.now() + later);
  find = createFindSignedIn({ db: database.app, secret, now, freshSeconds: SESSION_FRESH_SECONDS });
});
afterAll(() => database.close());
beforeEach(() => {
  later = 0;
});

interface Person extends SignedIn {
  readonly athleteId: string;
  readonly cookie: string;
}

async function aPerson(): Promise<Person> {
  const email = `${newUuidV7()}@example.org`;
  const made = await accounts.create({ name: "Ada", email, password: "correct horse battery" });
  if (!made.ok) throw new Error(made.error.type);
  const athleteId = await createAthletes(database.app).ofAccount(made.value.account, { newId: newUuidV7() });
  const cookie = made.value.cookies.map((one) => one.split(";")[0]).join("; ");
  return { ...made.value, athleteId, cookie };
}

describe("whoever is signed in", () => {
  it("is found at one look, as the account and the athlete they are", async () => {
    const { account, athleteId, cookie } = await aPerson();
    expect(await find(cookie)).toEqual({ kind: "account", athleteId, account });
    expect(await find(`theme=dark; ${cookie}; other=1`)).toEqual({ kind: "account", athleteId, account });
    expect(await accounts.find(cookie)).toEqual(account);
  });

  it("is found with few questions when many ask at the same moment, each as themselves", async () => {
    const people = [await aPerson(), await aPerson(), await aPerson()];
    const turned = vi.spyOn(pg.Pool.prototype, "connect");
    const asked = Array.from({ length: 60 }, (_, i) => find(people[i % 3]?.cookie ?? ""));
    const found = await Promise.all(asked);
    expect(turned.mock.calls.length).toBeLessThanOrEqual(2);
    turned.mockRestore();
    expect(found.map((visitor) => visitor?.athleteId)).toEqual(asked.map((_, i) => people[i % 3]?.athleteId));
  });

  it.each<[string, (person: Person) => Promise<unknown>]>([
    ["has signed out", ({ cookie }) => accounts.signOut(cookie)],
    [
      "is banned",
      ({ account }) =>
        sql`update accounts set banned = true, ban_reason = 'why' where id = ${account.id}`.execute(
          database.db,
        ),
    ],
    [
      "has a session that ran out",
      ({ account }) =>
        sql`update sessions set expires_at = now() where account_id = ${account.id}`.execute(database.db),
    ],
    [
      "has no athlete yet",
      ({ athleteId }) => sql`delete from athletes where id = ${athleteId}`.execute(database.db),
    ],
    ["has a session that is due to be made longer", () => Promise.resolve((later = DAY + 1_000))],
  ])("is not found so, but looked for in full, who %s", async (_, change) => {
    const person = await aPerson();
    await change(person);
    expect(await find(person.cookie)).toBeUndefined();
  });

  it.each<[string, (cookie: string, other: string) => string]>([
    ["forged", (cookie) => cookie.replace(/.{6}$/, "AAAA%3D")],
    ["unsigned", (cookie) => cookie.replace(/\.[^.]*$/, "")],
    [
      "sealed with another's",
      (cookie, other) => cookie.replace(/\.[^.]*$/, /\.[^.]*$/.exec(other)?.[0] ?? ""),
    ],
    ["no text", () => "strideiq.session_token=%E0%A4%A"],
    ["there twice", (cookie, other) => `${cookie}; ${other}`],
    ["another cookie", (cookie) => cookie.replace("strideiq.", "x.strideiq.")],
  ])("is nobody by a cookie that is %s", async (_, spoil) => {
    const [person, other] = [await aPerson(), await aPerson()];
    expect(await find(spoil(person.cookie, other.cookie))).toBeUndefined();
  });
});
