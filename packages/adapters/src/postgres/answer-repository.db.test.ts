import { randomBytes } from "node:crypto";
import { LOCAL_ATHLETE_ID } from "@strideiq/application";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerStore } from "./answer-repository.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const athlete = { kind: "guest", athleteId: LOCAL_ATHLETE_ID } as const;
const print = { operation: "POST /v1/goals", hash: Buffer.alloc(32, 1) };
const answer = { status: 201, headers: { etag: '"1"' }, body: Buffer.from("{}") };
const key = randomBytes(32);

let database: TestDatabase;
let now = new Date("2026-11-23T10:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const storeWith = (secret: Buffer) => createAnswerStore(database.app, secret, () => now);

describe("an answer that is kept", () => {
  it("comes back as it was, to the same request only", async () => {
    const store = storeWith(key);
    expect(await store.reserve(athlete, "same", print)).toMatchObject({ state: "reserved" });
    await store.keep(athlete, "same", answer);
    expect(await store.reserve(athlete, "same", print)).toEqual({ state: "answered", answer });
    const other = { ...print, hash: Buffer.alloc(32, 2) };
    expect(await store.reserve(athlete, "same", other)).toEqual({ state: "used_otherwise" });
  });

  it("is shown to nobody when the installation has another secret than the one that sealed it", async () => {
    await storeWith(key).reserve(athlete, "sealed", print);
    await storeWith(key).keep(athlete, "sealed", answer);
    expect(await storeWith(randomBytes(32)).reserve(athlete, "sealed", print)).toEqual({
      state: "used_otherwise",
    });
  });

  it("is not kept when it is too large: the request may be sent again", async () => {
    const store = storeWith(key);
    await store.reserve(athlete, "large", print);
    await store.keep(athlete, "large", { ...answer, body: Buffer.alloc(1_000_000) });
    expect(await store.reserve(athlete, "large", print)).toMatchObject({ state: "reserved" });
  });

  it("is under way while it is made, and may be taken up when whoever made it is gone", async () => {
    const store = storeWith(key);
    const since = now;
    await store.reserve(athlete, "slow", print);
    expect(await store.reserve(athlete, "slow", print)).toEqual({ state: "under_way" });
    now = new Date(now.getTime() + 30_000);
    expect(await store.reserve(athlete, "slow", print)).toEqual({ state: "reserved", since });
    expect(await store.reserve(athlete, "slow", print)).toEqual({ state: "under_way" });
  });
});
