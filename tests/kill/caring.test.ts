import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, startEmbeddedPostgres } from "@strideiq/adapters";
import { ApiKeyCreatedAnswer } from "@strideiq/contracts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { end, type ServerProcess, startServer } from "./server-process.ts";

const PASSWORD = "correct horse battery";
const EMAIL = "ada@example.org";
const WISH = {
  distance: "10k",
  raceDate: "2027-02-21",
  daysPerWeek: 4,
  weeklyMetres: 40_000,
  longestMetres: 14_000,
};

let folder: string;
let server: ServerProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-caring-"));
});
afterEach(async () => {
  if (server?.child.exitCode === null && server.child.signalCode === null) await end(server, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly location: string;
  readonly cookie: string;
}

async function send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: unknown) {
  const response = await fetch(`${server?.address ?? ""}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookies = response.headers.getSetCookie().map((set) => set.split(";")[0] ?? "");
  const location = response.headers.get("location") ?? "";
  return { status: response.status, text: await response.text(), location, cookie: cookies.join("; ") };
}

const signIn = (): Promise<Answered> =>
  send("POST", "/v1/sessions", {}, { email: EMAIL, password: PASSWORD });

/** An athlete with an account, a key for programs and a finished plan. */
async function athlete(): Promise<{ plan: string; document: string; cookie: string; key: string }> {
  const guest = await send("POST", "/v1/plans", {}, WISH);
  await expect
    .poll(async () => (await send("GET", guest.location, { cookie: guest.cookie })).text, { timeout: 20_000 })
    .toContain('"certificate"');
  const account = { name: "Ada", email: EMAIL, password: PASSWORD };
  const { status, cookie } = await send("POST", "/v1/accounts", { cookie: guest.cookie }, account);
  expect(status).toBe(201);
  const made = await send("POST", "/v1/api-keys", { cookie }, { name: "watch", scopes: ["read"] });
  const key = ApiKeyCreatedAnswer.parse(JSON.parse(made.text)).secret;
  const document = (await send("GET", guest.location, { cookie })).text;
  return { plan: guest.location, document, cookie, key };
}

async function stop(): Promise<void> {
  if (server !== undefined) expect(await end(server, "SIGTERM")).toBe(0);
}

describe("caring for an installation, as docs/operations says", { timeout: 180_000 }, () => {
  it("brings everything back from a copy of its folder that was made while it stood still", async () => {
    server = await startServer({ DATA_DIR: folder });
    const before = await athlete();
    await stop();
    const backup = mkdtempSync(join(tmpdir(), "strideiq-backup-"));
    try {
      execFileSync("cp", ["-a", `${folder}/.`, backup]);
      rmSync(folder, { recursive: true });
      execFileSync("cp", ["-a", backup, folder]);
      server = await startServer({ DATA_DIR: folder });
      const { status, cookie } = await signIn();
      expect(status).toBe(201);
      expect((await send("GET", before.plan, { cookie })).text).toBe(before.document);
      expect((await send("GET", before.plan, { cookie: before.cookie })).status).toBe(200);
      await stop();
    } finally {
      rmSync(backup, { recursive: true, force: true });
    }
  });

  it("signs everybody out when its secret is changed, and keeps passwords, plans and keys for programs", async () => {
    server = await startServer({ DATA_DIR: folder });
    const before = await athlete();
    await stop();
    await forgetSecret();
    server = await startServer({ DATA_DIR: folder });
    expect((await send("GET", before.plan, { cookie: before.cookie })).status).toBe(401);
    const bearer = { authorization: `Bearer ${before.key}` };
    expect((await send("GET", before.plan, bearer)).text).toBe(before.document);
    const { status, cookie } = await signIn();
    expect(status).toBe(201);
    expect((await send("GET", before.plan, { cookie })).text).toBe(before.document);
    await stop();
  });
});

async function forgetSecret(): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder, database: "strideiq" });
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.error));
  const db = openDatabase(postgres.value.url);
  await db.deleteFrom("installation").execute();
  await db.destroy();
  await postgres.value.stop();
}
