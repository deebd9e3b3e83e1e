import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "../faults/house.ts";
import { end, type ServerProcess, spawnServer, startServer } from "./server-process.ts";

const PLANS = 4;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-demo-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The runner is laid out once the server answers: before its sign-up, in it, and while its plans are asked for. */
const KILLED_AFTER = [0, 30, 60, 120, 180];

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${String(port)}/livez`).then(
    ({ ok }) => ok,
    () => false,
  );

const waysIn = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith("demo-account"));

/** The plans that whoever has the file finds, signed in with what stands in it. */
async function statesOf({ address }: ServerProcess): Promise<readonly string[]> {
  const [email, password] = readFileSync(join(folder, "demo-account.txt"), "utf8").trim().split("\n");
  const signedIn = await fetch(`${address}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  expect(signedIn.status).toBe(201);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  const answer = await fetch(`${address}/v1/plans`, { headers: { cookie } });
  const { plans } = (await answer.json()) as { readonly plans: readonly { readonly status: string }[] };
  return plans.map(({ status }) => status);
}

const ALL_READY = Array.from({ length: PLANS }, () => "ready");

it(
  "lays out a runner with a plan of each distance, whose password only the owner can read and who confirms no address",
  { timeout: 120_000 },
  async () => {
    const server = await startServer({ DATA_DIR: folder, CONFIRM_EMAIL: "yes" }, ["--demo"]);
    expect(statSync(join(folder, "demo-account.txt")).mode & 0o077).toBe(0);
    await expect.poll(() => statesOf(server), { timeout: 30_000 }).toEqual(ALL_READY);
    expect(await end(server, "SIGTERM")).toBe(0);
  },
);

it(
  "lays out one runner with a way in, however often a start was killed in the middle of it",
  { timeout: 240_000 },
  async () => {
    const port = await freePort();
    for (const milliseconds of KILLED_AFTER) {
      const child = spawnServer({ DATA_DIR: folder, PORT: String(port) }, ["--demo"]);
      const ended = once(child, "exit");
      while (!(await answers(port))) await sleep(2);
      await sleep(milliseconds);
      child.kill("SIGKILL");
      await ended;
    }
    const server = await startServer({ DATA_DIR: folder }, ["--demo"]);
    await expect.poll(() => statesOf(server), { timeout: 30_000 }).toEqual(ALL_READY);
    expect(waysIn()).toEqual(["demo-account.txt"]);
    expect(statSync(join(folder, "demo-account.txt")).mode & 0o077).toBe(0);
    expect(await end(server, "SIGTERM")).toBe(0);
  },
);

it("does so in no database of somebody's own", { timeout: 60_000 }, async () => {
  const env = { DATA_DIR: folder, DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/none" };
  await expect(startServer(env, ["--demo"])).rejects.toThrow(
    /Made-up people are for a database of their own/,
  );
});
