import { Agent, request } from "node:http";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { optionalSession, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const ELSEWHERE = "https://app.example.org";
const TOLD = {
  role: "all",
  metrics: { host: "127.0.0.1", port: 0 },
  requestsPerMinute: 10_000,
  plansPerMinute: 1_000,
} as const;

let database: TestDatabase;
let service: Service;
beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { ...TOLD, allowedOrigins: [ELSEWHERE] });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

type Sent = Readonly<Record<string, string>>;

/** An answer as it came over the line. */
interface Whole {
  readonly status: number;
  readonly head: readonly string[];
  readonly body: string;
}

const LONG_WAY = "?long=way";
const PASSING = /^(?:date|x-ratelimit-remaining|x-ratelimit-reset|retry-after): /i;

/** Asks, and gives the answer without what is another with each: the second that it is, and what is left of a limit. */
const ask = (address: string, path: string, headers: Sent, agent?: Agent): Promise<Whole> =>
  new Promise((fulfil, reject) => {
    const named = { "x-request-id": "the-same-for-both", "accept-encoding": "gzip", ...headers };
    const asked = request(`${address}${path}`, { headers: named, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const { rawHeaders, statusCode = 0 } = answer;
        const lines = rawHeaders.flatMap((name, n) =>
          n % 2 === 0 ? [`${name}: ${String(rawHeaders[n + 1])}`] : [],
        );
        const head = lines.map((line) => line.replace(PASSING, (name) => `${name}…`).replace(/….*/, "…"));
        fulfil({ status: statusCode, head, body: Buffer.concat(parts).toString("latin1") });
      });
    });
    asked.on("error", reject);
    asked.end();
  });

const atOnce = async (at = service): Promise<number> => {
  const text = await (await fetch(at.metricsAddress ?? "")).text();
  return Number(/^strideiq_http_at_once_total (\d+)$/m.exec(text)?.[1]);
};

interface Both {
  readonly atOnce: number;
  readonly plain: Whole;
  readonly throughAll: Whole;
}

/** The same reading twice: as it comes, and with a query, which says nothing and goes the long way. */
async function both(path: string, headers: Sent, at = service): Promise<Both> {
  const before = await atOnce(at);
  const plain = await ask(at.address ?? "", path, headers);
  const throughAll = await ask(at.address ?? "", `${path}${LONG_WAY}`, headers);
  return { plain, throughAll, atOnce: (await atOnce(at)) - before };
}

/** The same where the answer is in hand; a process that is kept from hearing of changes for a moment has nothing in hand. */
const bothInHand = (path: string, headers: Sent, at = service): Promise<Both> =>
  vi.waitFor(
    async () => {
      const read = await both(path, headers, at);
      expect(read.atOnce).toBe(1);
      return read;
    },
    { timeout: 10_000, interval: 100 },
  );

interface Runner {
  readonly visitor: Visitor;
  readonly path: string;
  readonly cookie: string;
  readonly tag: string;
  readonly sessionId: string;
}

/** Somebody whose plan has been read, so that it is in hand. */
async function reader(visitor: Visitor): Promise<Runner> {
  const plan = await readyPlan(visitor);
  const [path, cookie] = [`/v1/plans/${plan.planId}`, visitor.cookies()];
  const { head } = (await bothInHand(path, { cookie })).plain;
  const tag = head.find((line) => line.startsWith("etag: "))?.slice(6) ?? "";
  return { visitor, path, cookie, tag, sessionId: optionalSession(plan) };
}

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

async function account(): Promise<Visitor> {
  const visitor = newVisitor();
  await signedUp(visitor);
  return visitor;
}

describe("a plan in hand", () => {
  const READERS: readonly (readonly [string, () => Promise<Visitor>])[] = [
    ["a guest", () => Promise.resolve(newVisitor())],
    ["somebody signed in", account],
  ];

  it.each(READERS)("is given to %s at once, byte for byte as the long way gives it", async (_who, make) => {
    const { path, cookie } = await reader(await make());
    const read = await bothInHand(path, { cookie });
    expect(read.plain).toEqual(read.throughAll);
    expect(read.plain.status).toBe(200);
    expect(read.plain.head).toContain("vary: accept-encoding, origin");
    expect(read.plain.body.length).toBeGreaterThan(5_000);
  });

  it.each(READERS)("is said to be still good to %s at once, in the same bytes", async (_who, make) => {
    const { path, cookie, tag } = await reader(await make());
    const read = await bothInHand(path, { cookie, "if-none-match": tag });
    expect(read.plain).toEqual(read.throughAll);
    expect([read.plain.status, read.plain.body]).toEqual([304, ""]);
  });

  it("is timed as every other reading is", async () => {
    const row = /_count\{method="GET",route="\/v1\/plans\/:planId",status="2xx"\} (\d+)/;
    const timed = async (): Promise<number> =>
      Number(row.exec(await (await fetch(service.metricsAddress ?? "")).text())?.[1]);
    const { path, cookie } = await reader(newVisitor());
    const before = await timed();
    const read = await both(path, { cookie });
    expect((await timed()) - before).toBe(2);
    expect(read.atOnce).toBe(1);
  });

  it("is another with the next reading after a change", async () => {
    const { visitor, path, cookie, sessionId } = await reader(newVisitor());
    for (let time = 0; time < 20; time += 1) {
      const option = time % 2 === 0 ? "b" : "a";
      const chosen = await send(visitor, "PUT", `${path}/sessions/${sessionId}/option`, { option });
      const { head } = await ask(service.address ?? "", path, { cookie });
      expect(head).toContain(`etag: ${String(chosen.headers["etag"])}`);
    }
    await bothInHand(path, { cookie });
  });
});

describe("what is not simply a plan in hand", () => {
  const refusals: readonly (readonly [string, number, (own: Runner) => Promise<Sent>])[] = [
    ["somebody else", 404, async () => ({ cookie: (await reader(newVisitor())).cookie })],
    ["nobody", 404, () => Promise.resolve({})],
    ["an unknown session", 401, () => Promise.resolve({ cookie: "strideiq.session_token=abc.def" })],
    [
      "a guest with a session that has ended",
      401,
      ({ cookie }) => Promise.resolve({ cookie: `strideiq.session_token=abc.def; ${cookie}` }),
    ],
    [
      "a program with a key that is none",
      401,
      ({ cookie }) => Promise.resolve({ cookie, authorization: "Bearer x" }),
    ],
    ["a foreign name of the host", 421, ({ cookie }) => Promise.resolve({ cookie, host: "evil.example" })],
    ["a foreign page", 403, ({ cookie }) => Promise.resolve({ cookie, origin: "https://evil.example" })],
    ["a listed page", 200, ({ cookie }) => Promise.resolve({ cookie, origin: ELSEWHERE })],
    ["a reader without zip", 200, ({ cookie }) => Promise.resolve({ cookie, "accept-encoding": "gzip;q=0" })],
  ];

  it.each(refusals)("is answered the long way: %s", async (_who, status, headersOf) => {
    const own = await reader(newVisitor());
    const headers = await headersOf(own);
    // By the first of these whoever asks is known, so that it is not for them that the second goes the long way.
    await both(own.path, headers);
    const read = await both(own.path, headers);
    expect(read.plain).toEqual(read.throughAll);
    expect([read.plain.status, read.atOnce]).toEqual([status, 0]);
  });

  it("is refused from the moment on in which somebody signs out", async () => {
    const { visitor, path, cookie } = await reader(await account());
    expect((await send(visitor, "DELETE", "/v1/sessions/current")).status).toBe(200);
    const read = await both(path, { cookie });
    expect(read.plain).toEqual(read.throughAll);
    expect([read.plain.status, read.atOnce]).toEqual([401, 0]);
  });

  it("is told to end its connection, by a server that is about to stop", async () => {
    const { path, cookie } = await reader(newVisitor());
    const leaving = await startTestService(database, { ...TOLD, role: "api" });
    const agent = new Agent({ keepAlive: true });
    await bothInHand(path, { cookie }, leaving);
    await ask(leaving.address ?? "", path, { cookie }, agent);
    const stopping = leaving.stop();
    const { status, head } = await ask(leaving.address ?? "", path, { cookie }, agent);
    expect([status, head.filter((line) => /^connection:/i.test(line))]).toEqual([200, ["connection: close"]]);
    await stopping;
    agent.destroy();
  });

  it("is gone with its plan", async () => {
    const { visitor, path, cookie } = await reader(newVisitor());
    expect((await visitor.call(path, { method: "DELETE" })).status).toBe(200);
    const read = await both(path, { cookie });
    expect(read.plain).toEqual(read.throughAll);
    expect([read.plain.status, read.atOnce]).toEqual([404, 0]);
  });
});

describe("limits", () => {
  const FEW = 12;
  const statuses = async (at: Service, path: string, headers: (n: number) => Sent): Promise<number[]> => {
    const seen: number[] = [];
    for (let n = 1; n <= FEW; n += 1) {
      const way = n % 2 === 0 ? path : `${path}${LONG_WAY}`;
      seen.push((await ask(at.address ?? "", way, headers(n))).status);
    }
    return seen;
  };

  /** One that trusts what proxies say, and has begun to keep copies. */
  async function startSmall(): Promise<Service> {
    const changed = { ...TOLD, role: "api", requestsPerMinute: FEW - 2, trustProxy: true } as const;
    const small = await startTestService(database, changed);
    let others = 0;
    const keepsCopies = async (): Promise<boolean> => {
      const from = { "x-forwarded-for": `10.1.0.${String((others += 1))}` };
      await ask(small.address ?? "", "/v1/plans", from);
      const text = await (await fetch(small.metricsAddress ?? "")).text();
      return !text.includes('{tier="process",cache="visitors",result="miss"} 0');
    };
    await expect.poll(keepsCopies, { timeout: 5_000 }).toBe(true);
    return small;
  }

  it("of an address are the same whichever way its requests go", async () => {
    const own = await reader(newVisitor());
    const small = await startSmall();
    const seen = await statuses(small, own.path, () => ({ cookie: own.cookie }));
    expect(seen).toEqual([...Array.from({ length: FEW - 2 }, () => 200), 429, 429]);
    expect(await atOnce(small)).toBeGreaterThan(0);
    const read = await both(own.path, { cookie: own.cookie }, small);
    expect(read.plain).toEqual(read.throughAll);
    await small.stop();
  });

  it("of an athlete are the same, from however many addresses", async () => {
    const own = await reader(newVisitor());
    const small = await startSmall();
    const from = (n: number): Sent => ({ cookie: own.cookie, "x-forwarded-for": `10.0.0.${String(n)}` });
    const seen = await statuses(small, own.path, from);
    expect(seen).toEqual([...Array.from({ length: FEW - 2 }, () => 200), 429, 429]);
    expect(await atOnce(small)).toBeGreaterThan(0);
    const many = { cookie: own.cookie, "x-forwarded-for": "10.9.9.9, 10.9.9.8" };
    const read = await both(own.path, many, small);
    expect(read.plain).toEqual(read.throughAll);
    expect(read.plain.status).toBe(429);
    await small.stop();
  });
});
