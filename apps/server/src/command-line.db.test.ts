import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ApiKeyCreatedAnswer, ImportListAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { root, settledPlan, startTestService } from "./test-service.fixture.ts";

const MAIN = resolve(root, "apps/cli/src/main.ts");
const COMMAND_LINES = resolve(root, "apps/cli/src/command-lines.test-program.ts");

let database: TestDatabase;
let service: Service;
let owner: Visitor;
let shell: ChildProcessByStdio<Writable, Readable, null>;
let answers: AsyncIterator<string>;
let keys: { readonly full: string; readonly reading: string };

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  owner = createVisitor(() => service.address ?? "");
  const account = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };
  await send(owner, "POST", "/v1/accounts", account);
  const keyFor = async (...scopes: readonly string[]): Promise<string> =>
    ApiKeyCreatedAnswer.parse((await send(owner, "POST", "/v1/api-keys", { name: "A shell", scopes })).json)
      .secret;
  shell = spawn(process.execPath, [COMMAND_LINES], { env: ENVIRONMENT, stdio: ["pipe", "pipe", "inherit"] });
  answers = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
  keys = { full: await keyFor("read", "write"), reading: await keyFor("read") };
}, 60_000);
afterAll(async () => {
  shell.stdin.end();
  await once(shell, "exit");
  await service.stop();
  await database.close();
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const ENVIRONMENT = { ...process.env, TZ: "UTC", COLUMNS: "110", NO_COLOR: "1" };
const argumentsOf = (command: string): readonly string[] => [
  "--server",
  service.address ?? "",
  ...command.split(" "),
];

/** Runs the real program in a process of its own, against the real server. */
const strideiqAlone = (command: string): Promise<Ended> =>
  new Promise((resolve) => {
    const args = [MAIN, ...argumentsOf(command)];
    const env = { ...ENVIRONMENT, STRIDEIQ_API_KEY: keys.full };
    execFile(process.execPath, args, { env, maxBuffer: 2 ** 26 }, (fault, out, err) => {
      resolve({ code: fault === null ? 0 : Number(fault.code), out, err });
    });
  });

/** The same program, in one process for all command lines. */
async function strideiq(command: string, key = keys.full): Promise<Ended> {
  const line = { args: argumentsOf(command), env: { STRIDEIQ_API_KEY: key } };
  shell.stdin.write(`${JSON.stringify(line)}\n`);
  const answer = await answers.next();
  if (answer.done === true) throw new Error(`the program ended instead of answering ${command}`);
  return JSON.parse(answer.value) as Ended;
}

const UNKNOWN = "0190a0e0-0000-7000-8000-000000000009";

describe("strideiq --server", { timeout: 120_000 }, () => {
  it("asks for a plan, lists it, shows the same page, explains a day and judges it by its own rules", async () => {
    const made = await strideiqAlone(
      "plan --race marathon --on 2027-04-18 --weekly-km 55 --longest-km 18 --days 5",
    );
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^MARATHON {2}Sunday 18 April 2027\n/)]);
    const [, planId = ""] = /^Kept on the server as plan ([0-9a-f-]{36})\.$/m.exec(made.err) ?? [];
    const [listed, shown, explained, checked] = await Promise.all([
      strideiq("plans", keys.reading),
      strideiq(`show ${planId}`, keys.reading),
      strideiq(`explain ${planId} --date 2027-04-18`),
      strideiq(`check ${planId}`),
    ]);
    expect(listed.out).toBe(`${planId}  Marathon, Sunday 18 April 2027, ready, version 1\n`);
    expect(shown).toEqual({ code: 0, out: made.out, err: "" });
    expect([explained.code, explained.out]).toEqual([0, expect.stringContaining("SUNDAY 18 APRIL 2027")]);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("0 broken")]);
  });

  it("shows what a change would do, makes it, and tells the law where there is none", async () => {
    const { planId } = await settledPlan(owner);
    const asked = await strideiq(`replan ${planId} --block 2027-01-20 --what-if`);
    expect([asked.code, asked.out]).toEqual([0, expect.stringMatching(/^What changes \(\d+\):/)]);
    const before = await owner.call(`/v1/plans/${planId}`);
    expect(before.json).toMatchObject({ version: 1 });
    const made = await strideiq(`replan ${planId} --block 2027-01-20 --reason Wedding`);
    expect(made).toEqual({ ...asked, err: "The plan is at version 2 now.\n" });
    expect((await owner.call(`/v1/plans/${planId}/changes`)).json).toMatchObject({
      changes: [{ kind: "block_days", reason: "Wedding" }],
    });
    const refused = await strideiq(`replan ${planId} --race-date 2026-12-13 --format json`);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/^strideiq: /)]);
    expect(refused.out).toMatch(/"law": "[^"]+"/);
  });

  it("imports files, as the page does, and says what became of each", async () => {
    const folder = resolve(root, "tests/fixtures/activities");
    const names = ["new-zealand-fr945.fit", "half-mile-repeats-workout.fit", "no-such-file.fit"];
    const made = await strideiq(`import ${names.map((name) => resolve(folder, name)).join(" ")}`);
    expect([made.code, made.out]).toEqual([
      3,
      expect.stringMatching(/^new-zealand-fr945[.]fit\n {2}imported\nhalf-mile[^\n]+\n {2}refused: /),
    ]);
    expect(made.err).toContain("no-such-file.fit could not be read");
    const again = await strideiq(`import ${resolve(folder, names[0] ?? "")}`);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("1 file, 0 imported, 1 known")]);
    const { activities } = (await owner.call("/v1/activities")).json as {
      readonly activities: readonly unknown[];
    };
    expect(activities).toHaveLength(1);
    const refused = await strideiq(`import ${resolve(folder, names[0] ?? "")} --plan plan.json`);
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining("--plan: a server knows")]);
  });

  it("sends nothing when there is nothing to send: no file of the name, or a folder of it", async () => {
    const importCount = async (): Promise<number> =>
      ImportListAnswer.parse((await owner.call("/v1/imports")).json).imports.length;
    const before = await importCount();
    const ended = await strideiq(`import ${resolve(root, "nowhere.fit")} ${resolve(root, "tests")}`);
    expect([ended.code, ended.out]).toEqual([3, ""]);
    expect(ended.err).toContain("nowhere.fit could not be read: there is no such file or folder.");
    expect(ended.err).toContain("tests could not be read: it is a folder.");
    expect(await importCount()).toBe(before);
  });

  it("says what is wrong and what to do: a wish, a key, an id", async () => {
    const [wish, change, key, plan] = await Promise.all([
      strideiq("plan --race marathon --on 2026-11-01 --days 5"),
      strideiq("plan --race 10k --on 2027-04-18 --days 4", keys.reading),
      strideiq("plans", "no-such-key"),
      strideiq(`replan ${UNKNOWN} --resume`),
    ]);
    expect([wish.code, wish.err]).toEqual([4, expect.stringMatching(/^strideiq: --on: /)]);
    expect([change.code, change.err]).toEqual([5, expect.stringContaining("Make a key with the scope")]);
    expect([key.code, key.err]).toEqual([5, expect.stringContaining("This key opens nothing.")]);
    expect([plan.code, plan.err]).toEqual([5, expect.stringContaining("There is no such plan.")]);
    for (const { out } of [wish, change, key, plan]) expect(out).toBe("");
  });
});
