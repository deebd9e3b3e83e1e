import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { end, startServer } from "./server-process.ts";

const PLANS = 4;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-demo-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it(
  "lays out a runner with a plan of each distance, whose password only the owner can read and who confirms no address",
  { timeout: 120_000 },
  async () => {
    const server = await startServer({ DATA_DIR: folder, CONFIRM_EMAIL: "yes" }, ["--demo"]);
    const file = join(folder, "demo-account.txt");
    expect(statSync(file).mode & 0o077).toBe(0);
    const [email, password] = readFileSync(file, "utf8").trim().split("\n");
    const signedIn = await fetch(`${server.address}/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    expect(signedIn.status).toBe(201);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((set) => set.split(";")[0])
      .join("; ");
    const states = async (): Promise<readonly string[]> => {
      const answer = await fetch(`${server.address}/v1/plans`, { headers: { cookie } });
      const { plans } = (await answer.json()) as { readonly plans: readonly { readonly status: string }[] };
      return plans.map(({ status }) => status);
    };
    await expect.poll(states, { timeout: 30_000 }).toEqual(Array.from({ length: PLANS }, () => "ready"));
    expect(await end(server, "SIGTERM")).toBe(0);
  },
);

it("does so in no database of somebody's own", { timeout: 60_000 }, async () => {
  const env = { DATA_DIR: folder, DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/none" };
  await expect(startServer(env, ["--demo"])).rejects.toThrow(
    /Made-up people are for a database of their own/,
  );
});
