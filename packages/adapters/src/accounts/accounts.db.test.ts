import {
  type Accounts,
  ADMIN_LINK,
  type Athletes,
  createFindVisitor,
  createSignUp,
  createSignUpAdmin,
  createNameGuest,
  createWelcomeGuest,
  LOCAL_ATHLETE_ID,
  type Mail,
  type OneTimeSecrets,
} from "@strideiq/application";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createAccountRecords, createOneTimeSecrets } from "../postgres/account-repository.ts";
import { createApiKeys } from "../postgres/api-key-repository.ts";
import { createAthletes } from "../postgres/athlete-repository.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { createAccounts } from "./accounts.ts";

let database: TestDatabase;
let accounts: Accounts;
let athletes: Athletes;
let secrets: OneTimeSecrets;
let posted: Mail[];
const passwordsChanged: string[] = [];
const now = (): Date => new Date();

const ada = { name: "Ada", email: "Ada@Example.org", password: "correct horse battery" };

beforeAll(async () => {
  database = await createTestDatabase();
  const records = createAccountRecords(database.app, now);
  athletes = createAthletes(database.app);
  secrets = createOneTimeSecrets(database.app, newUuidV7, now);
  accounts = createAccounts({
    database: { db: database.app, type: "postgres" },
    isSecure: false,
    confirmsEmail: false,
    secret: "for these tests only, thirty-two characters",
    publicUrl: () => "http://localhost:4747",
    newId: newUuidV7,
    onPasswordChanged: (id) => Promise.resolve(void passwordsChanged.push(id)),
    postMail: (mail) => Promise.resolve(void posted.push(mail)),
    ...records,
  });
});
beforeEach(async () => {
  posted = [];
  await sql`truncate accounts, verifications cascade`.execute(database.db);
  await sql`delete from athletes`.execute(database.db);
  await database.db.insertInto("athletes").values({ id: LOCAL_ATHLETE_ID, name: "Local athlete" }).execute();
});
afterAll(() => database.close());

async function signedUp() {
  const created = await accounts.create(ada);
  if (!created.ok) throw new Error(created.error.type);
  return created.value;
}

const cookieHeader = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(";")[0]).join("; ");

const signIn = (password: string) => accounts.signIn("ada@example.org", password);

const findVisitor = (cookies: string | undefined, guestId?: string) =>
  createFindVisitor({
    accounts,
    // What the short way finds is tested by itself.
    findSignedIn: () => Promise.resolve(undefined),
    athletes,
    apiKeys: createApiKeys(database.app, now),
    newId: newUuidV7,
  })({ authorization: undefined, cookies, guestId });

const welcome = createWelcomeGuestForTests();
function createWelcomeGuestForTests() {
  return async (): Promise<string> => {
    const now = (): Date => new Date();
    const { visitor } = await createWelcomeGuest({
      athletes,
      nameGuest: createNameGuest({ newId: newUuidV7, now }),
    })();
    return visitor.athleteId;
  };
}

describe("an account", () => {
  it("is signed in when it is made, whatever the capitals of its address, and stores an argon2id hash", async () => {
    const { account, cookies } = await signedUp();
    expect(account).toMatchObject({ name: "Ada", email: "ada@example.org", role: "athlete" });
    expect(await accounts.find(cookieHeader(cookies))).toEqual(account);
    const { password } = await database.db
      .selectFrom("credentials")
      .select("password")
      .executeTakeFirstOrThrow();
    expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("has cookies that no script reads and no other website sends along", async () => {
    const { cookies } = await signedUp();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i);
  });

  it("is made once for an address", async () => {
    await signedUp();
    expect(await accounts.create({ ...ada, email: "ADA@example.org" })).toEqual({
      ok: false,
      error: { type: "EmailTaken" },
    });
  });

  it("opens to its password and to nothing else", async () => {
    await signedUp();
    expect(await signIn(ada.password)).toMatchObject({ ok: true });
    expect(await signIn("correct horse batterz")).toEqual({ ok: false, error: { type: "WrongCredentials" } });
    expect(await accounts.signIn("nobody@example.org", ada.password)).toMatchObject({ ok: false });
  });

  it("is left by signing out; forged and spent cookies open nothing", async () => {
    const { cookies } = await signedUp();
    const header = cookieHeader(cookies);
    expect(await accounts.find(header.replace(/token=[^.]{5}/, "token=forge"))).toBeUndefined();
    await accounts.signOut(header);
    expect(await accounts.find(header)).toBeUndefined();
  });

  it("cannot make itself an administrator", async () => {
    const greedy = { ...ada, role: "admin" };
    await accounts.create(greedy);
    expect(await database.db.selectFrom("accounts").select("role").execute()).toEqual([{ role: "athlete" }]);
  });

  it("that is banned is shut out of its session and of a new one", async () => {
    const { cookies } = await signedUp();
    await sql`update accounts set banned = true`.execute(database.db);
    expect(await accounts.find(cookieHeader(cookies))).toBeUndefined();
    expect(await signIn(ada.password)).toMatchObject({ ok: false });
  });
});

describe("a forgotten password", () => {
  const token = (): string => /token=(\S+)/.exec(posted[0]?.text ?? "")?.[1] ?? "";

  it("is replaced by a link in a letter, once, and ends all sessions", async () => {
    const { account, cookies } = await signedUp();
    await accounts.sendResetLink("ada@example.org");
    expect(posted).toMatchObject([{ kind: "password_reset", recipient: "ada@example.org" }]);
    expect(posted[0]?.text).toContain("http://localhost:4747/reset-password?token=");
    expect(await accounts.resetPassword(token(), "another long password")).toEqual({
      ok: true,
      value: undefined,
    });
    expect(passwordsChanged).toEqual([account.id]);
    expect(await signIn(ada.password)).toMatchObject({ ok: false });
    expect(await signIn("another long password")).toMatchObject({ ok: true });
    expect(await accounts.find(cookieHeader(cookies))).toBeUndefined();
    expect(await accounts.resetPassword(token(), "a third password")).toEqual({
      ok: false,
      error: { type: "ResetLinkSpent" },
    });
  });

  it("stays when the link in the letter is older than an hour", async () => {
    await signedUp();
    await accounts.sendResetLink("ada@example.org");
    const sentAgo = (minutes: number) =>
      sql`update verifications set expires_at = expires_at - interval '1 minute' * ${minutes}`.execute(
        database.db,
      );
    await sentAgo(61);
    expect(await accounts.resetPassword(token(), "another long password")).toMatchObject({ ok: false });
    expect(await signIn(ada.password)).toMatchObject({ ok: true });
    await accounts.sendResetLink("ada@example.org");
    posted.shift();
    await sentAgo(59);
    expect(await accounts.resetPassword(token(), "another long password")).toMatchObject({ ok: true });
  });

  it("of nobody sends no letter, and says nothing", async () => {
    await accounts.sendResetLink("nobody@example.org");
    expect(posted).toEqual([]);
  });
});

describe("a guest", () => {
  it("is known until it has an account, and then the account is the way in", async () => {
    const guestId = await welcome();
    expect(await findVisitor(undefined, guestId)).toEqual({ kind: "guest", athleteId: guestId });
    const signUp = createSignUp({ accounts, athletes, newId: newUuidV7 });
    const done = await signUp(ada, guestId);
    if (!done.ok) throw new Error(done.error.type);
    expect(done.value.athleteId).toBe(guestId);
    expect(await findVisitor(undefined, guestId)).toBeUndefined();
    expect(await findVisitor(cookieHeader(done.value.cookies))).toMatchObject({
      kind: "account",
      athleteId: guestId,
    });
  });

  it("is nobody when it never was one: an account's athlete, or one that is made up", async () => {
    const { account } = await signedUp();
    const athleteId = await athletes.ofAccount(account, { newId: newUuidV7() });
    expect(await findVisitor(undefined, athleteId)).toBeUndefined();
    expect(await findVisitor(undefined, newUuidV7())).toBeUndefined();
  });

  it("of somebody else's account is not taken over", async () => {
    const { account } = await signedUp();
    const athleteId = await athletes.ofAccount(account, { newId: newUuidV7() });
    const other = await accounts.create({ ...ada, email: "ben@example.org" });
    if (!other.ok) throw new Error(other.error.type);
    const newId = newUuidV7();
    expect(await athletes.ofAccount(other.value.account, { newId, takeOver: athleteId })).toBe(newId);
    expect(await athletes.ofAccount(account, { newId: newUuidV7() })).toBe(athleteId);
  });
});

describe("an athlete of an account", () => {
  it("is one, however many requests come first at the same time", async () => {
    const { account } = await signedUp();
    const found = await Promise.all(
      Array.from({ length: 5 }, () => athletes.ofAccount(account, { newId: newUuidV7() })),
    );
    expect(new Set(found).size).toBe(1);
    expect(found[0]).not.toBe(account.id);
  });
});

describe("the first administrator", () => {
  const issueLink = (milliseconds: number) =>
    secrets.issue(ADMIN_LINK, milliseconds, () => Promise.resolve());
  const signUpAdmin = (secret: string) =>
    createSignUpAdmin({ accounts, athletes, newId: newUuidV7, secrets })(secret, ada);

  it("comes by a link that works once, and takes over what was made before there were accounts", async () => {
    const secret = await issueLink(60_000);
    if (secret === undefined) throw new Error("no link");
    expect(await issueLink(60_000)).toBeUndefined();
    expect(await signUpAdmin("guessed")).toEqual({ ok: false, error: { type: "AdminLinkSpent" } });
    const done = await signUpAdmin(secret);
    expect(done).toMatchObject({ value: { athleteId: LOCAL_ATHLETE_ID, account: { role: "admin" } } });
    expect(await signUpAdmin(secret)).toEqual({ ok: false, error: { type: "AdminLinkSpent" } });
  });

  it("is one of two who use the link at the same moment, and nothing is left of the other", async () => {
    const secret = (await issueLink(60_000)) ?? "";
    const signUpOther = createSignUpAdmin({ accounts, athletes, newId: newUuidV7, secrets });
    const emails = ["one@example.org", "two@example.org"];
    const done = await Promise.all(emails.map((email) => signUpOther(secret, { ...ada, email })));
    expect(done.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const rows = await database.db.selectFrom("accounts").select("role").execute();
    expect(rows).toEqual([{ role: "admin" }]);
  });

  it("finds the link good when its account could not be made", async () => {
    const secret = (await issueLink(60_000)) ?? "";
    const broken = secrets.spendOnAdmin(ADMIN_LINK, secret, () => Promise.reject(new Error("killed")));
    await expect(broken).rejects.toThrow("killed");
    expect(await signUpAdmin(secret)).toMatchObject({ value: { account: { role: "admin" } } });
  });

  it("gets another link when the one before was issued and never written down", async () => {
    const lost = secrets.issue(ADMIN_LINK, 60_000, () => Promise.reject(new Error("killed")));
    await expect(lost).rejects.toThrow("killed");
    expect(await issueLink(60_000)).toBeDefined();
  });

  it("keeps the link when the address is taken, and uses it with another", async () => {
    await signedUp();
    const secret = (await issueLink(60_000)) ?? "";
    expect(await signUpAdmin(secret)).toEqual({ ok: false, error: { type: "EmailTaken" } });
    const other = { ...ada, email: "root@example.org" };
    const signUpOther = createSignUpAdmin({ accounts, athletes, newId: newUuidV7, secrets });
    expect(await signUpOther(secret, other)).toMatchObject({ value: { account: { role: "admin" } } });
  });

  it("has no way in by a link that has run out", async () => {
    const secret = await issueLink(-1);
    expect(await signUpAdmin(secret ?? "")).toMatchObject({ ok: false });
    expect(await issueLink(60_000)).toBeDefined();
  });
});
