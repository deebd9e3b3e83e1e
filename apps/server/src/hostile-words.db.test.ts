import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, password, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-words-"));
  database = await createTestDatabase();
  const generous = { signInsPerMinute: 10_000, plansPerMinute: 10_000 };
  service = await startTestService(database, { dataFolder: folder, ...generous });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const statusAndCode = ({ status, json }: Answer) => [status, Problem.parse(json).code];
const INVALID = [422, "invalid_request"];
const letters = (): readonly string[] =>
  readdirSync(join(folder, "outbox"))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join(folder, "outbox", name), "utf8"));

/** Marks that make text read as something else than it is: U+061C, U+200E, U+200F, U+202A to E, U+2066 to 9. */
const MARKS = [0x061c, 0x200e, 0x200f, 0x202a, 0x202d, 0x202e, 0x2066, 0x2069].map((code) =>
  String.fromCodePoint(code),
);
const BREAKS = ["\n", "\r", "\t", "\u007f", "\u0085", "\u2028", "\u2029"];

describe("a name that goes into letters to strangers", () => {
  const signUp = (name: string): Promise<Answer> =>
    send(newVisitor(), "POST", "/v1/accounts", { name, email: nextEmail(), password });

  it.each([
    "You won!\n\nOpen http://evil.example/win now",
    "Ada http://evil.example",
    "see evil.example/win",
    "WWW.evil example",
    "evil\uFF0Eexample",
    ...BREAKS.map((character) => `Ada${character}Lovelace`),
    ...MARKS.map((mark) => `Ada${mark}ecalevoL`),
  ])("is no %j", async (name) => {
    const refused = await signUp(name);
    expect(statusAndCode(refused)).toEqual(INVALID);
  });

  it.each(["Ada", "J. R. R. Tolkien", "Zoë O’Neill-Müller", "李小龍", "نور الدين", "Dr. med. Ada", "A.B."])(
    "may be %s",
    async (name) => {
      expect((await signUp(name)).json).toMatchObject({ name });
    },
  );

  it("stands in an invitation as a name, and its letter goes with the account that wrote it", async () => {
    const [runner, mail] = [newVisitor(), nextEmail()];
    await send(runner, "POST", "/v1/accounts", { name: "Zebra Ada", email: nextEmail(), password });
    expect((await send(runner, "POST", "/v1/coaches", { email: mail })).status).toBe(201);
    const naming = (): readonly string[] => letters().filter((text) => text.includes("Zebra Ada"));
    await expect.poll(naming, { timeout: 20_000 }).toHaveLength(1);
    expect(naming()[0]).toMatch(
      /^To: .*\nAccount: .*\nSubject: .*\n\nAn athlete by the name of “Zebra Ada” would like you to/,
    );
    const others = letters().length;
    expect((await send(runner, "DELETE", "/v1/me")).status).toBe(200);
    expect(naming()).toEqual([]);
    expect(letters()).toHaveLength(others - 1);
  });
});

describe("marks that turn the direction of text", () => {
  it("are refused in every text of a body, and nothing of it is stored", async () => {
    const runner = newVisitor();
    await signedUp(runner);
    const { planId, plan } = await readyPlan(runner);
    const session = plan.weeks[0]?.days.flatMap(({ sessions }) => sessions)[0]?.id ?? "";
    const goal = { distance: "5k", raceDate: "2027-04-18" };
    const tries: readonly (readonly [string, string, (text: string) => object])[] = [
      ["POST", "/v1/goals", (name) => ({ ...goal, name })],
      ["POST", "/v1/api-keys", (name) => ({ name, scopes: ["read"] })],
      ["POST", "/v1/activities", (name) => ({ day: "2026-11-21", metres: 8000, seconds: 2700, name })],
      ["PUT", `/v1/plans/${planId}/sessions/${session}/completion`, (note) => ({ state: "skipped", note })],
      ["POST", `/v1/plans/${planId}/changes`, (reason) => ({ wish: { kind: "adapt" }, reason })],
      ["POST", "/v1/questionnaires", (text) => ({ answers: { text } })],
      ["POST", "/v1/coaches", (text) => ({ email: `coach${text}@example.org` })],
    ];
    for (const mark of MARKS)
      for (const [method, path, body] of tries) {
        const refused = await send(runner, method, path, body(`Zebra${mark}live`));
        expect([path, ...statusAndCode(refused)]).toEqual([path, ...INVALID]);
      }
    for (const character of BREAKS)
      for (const [method, path, body] of tries.slice(0, 3)) {
        const refused = await send(runner, method, path, body(`Zebra${character}live`));
        expect([path, ...statusAndCode(refused)]).toEqual([path, ...INVALID]);
      }
    expect((await runner.call("/v1/me/export")).bytes.toString()).not.toContain("Zebra");
    for (const [method, path, body] of tries.slice(0, 6))
      expect((await send(runner, method, path, body("Zebra live"))).status).toBeLessThan(300);
  });
});

describe("a password", () => {
  it("is no row of spaces, and may have some inside", async () => {
    const signUp = (secret: string): Promise<Answer> =>
      send(newVisitor(), "POST", "/v1/accounts", { name: "Ada", email: nextEmail(), password: secret });
    for (const secret of [" ".repeat(12), `${" ".repeat(11)}a`, "\u00a0".repeat(12)])
      expect(statusAndCode(await signUp(secret))).toEqual(INVALID);
    expect((await signUp("correct horse battery")).status).toBe(201);
  });
});

describe("a method that an address does not have", () => {
  it.each([
    ["PATCH", "/v1/goals", "GET, HEAD, POST"],
    ["PATCH", "/v1/plans/01a20a9c-d020-79a8-a979-1862a3300fdf", "DELETE, GET, HEAD"],
    ["DELETE", "/v1/accounts", "POST"],
    ["OPTIONS", "/v1/me", "DELETE, GET, HEAD"],
    ["PUT", "/readyz", "GET, HEAD"],
  ])("is told so: %s %s", async (method, path, allow) => {
    const refused = await newVisitor().call(path, { method });
    expect(statusAndCode(refused)).toEqual([405, "method_not_allowed"]);
    expect(refused.headers["allow"]).toBe(allow);
  });

  it("is another thing than an address that there is not", async () => {
    for (const method of ["GET", "PATCH"])
      expect(statusAndCode(await newVisitor().call("/v1/nothing", { method }))).toEqual([404, "not_found"]);
  });
});
