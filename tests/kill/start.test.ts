import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPage } from "../../tools/starting/build-page.ts";
import { nodeProblem } from "../../tools/starting/node-version.ts";
import { end, ROOT, startServer } from "./server-process.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-start-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const clusterRuns = (): boolean => existsSync(join(folder, "cluster", "postmaster.pid"));

interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
}

/** Runs the server until it ends by itself. */
async function runToEnd(env: Readonly<Record<string, string>>): Promise<Ended> {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, "apps/server/src/main.ts")], {
    env: { PATH: process.env["PATH"], DATA_DIR: folder, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => parts.push(part));
  await once(child, "close");
  const text = Buffer.concat(parts).toString("utf8").trim();
  return { code: child.exitCode, lines: text === "" ? [] : text.split("\n") };
}

describe("the server's start", { timeout: 60_000 }, () => {
  it("prints one line; Ctrl-C ends it with exit code 0 and takes its database along", async () => {
    const server = await startServer({ DATA_DIR: folder });
    expect(clusterRuns()).toBe(true);
    expect(await end(server, "SIGINT")).toBe(0);
    expect(server.output().trim().split("\n")).toHaveLength(1);
    expect(clusterRuns()).toBe(false);
  });

  it("takes Ctrl-C twice as one, since the terminal and npm both pass it on", async () => {
    const server = await startServer({ DATA_DIR: folder });
    server.child.kill("SIGINT");
    expect(await end(server, "SIGINT")).toBe(0);
    expect(clusterRuns()).toBe(false);
  });

  it("shares its database with a second server, which lives on when the first one ends", async () => {
    const first = await startServer({ DATA_DIR: folder });
    const second = await startServer({ DATA_DIR: folder });
    expect(await end(first, "SIGINT")).toBe(0);
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
    expect(await end(second, "SIGINT")).toBe(0);
    expect(clusterRuns()).toBe(false);
  });

  it("says in one sentence that its port is taken, and leaves nothing running", async () => {
    const other = createServer();
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const ended = await runToEnd({ PORT: port });
    other.close();
    expect(ended.code).toBe(1);
    expect(ended.lines).toEqual([
      expect.stringMatching(new RegExp(`^Port ${port} is taken by another program;.*PORT=\\d+\\.$`)),
    ]);
    expect(clusterRuns()).toBe(false);
  });

  it("says in one sentence that its data folder cannot be written", async () => {
    writeFileSync(join(folder, "file"), "");
    const ended = await runToEnd({ DATA_DIR: join(folder, "file", "data") });
    expect(ended).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^The data folder .*\/file\/data is not writable for this user;.*\.$/)],
    });
  });

  it("says in one sentence that the database of DATABASE_URL does not answer", async () => {
    const ended = await runToEnd({ DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/none" });
    expect(ended).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^The database that DATABASE_URL names/)],
    });
  });

  it("names every setting that is wrong, a line each", async () => {
    const ended = await runToEnd({ PORT: "http", TODAY: "2026-02-30", ROLE: "king" });
    expect(ended.code).toBe(1);
    expect(ended.lines).toEqual([
      'TODAY is "2026-02-30"; write a day as YYYY-MM-DD.',
      'PORT is "http"; choose a whole number from 0 to 65535.',
      "ROLE is none of all, api, worker.",
    ]);
  });
});

describe("an old Node", () => {
  it("is told what is missing", () => {
    expect(nodeProblem("20.19.0")).toMatch(
      /^StrideIQ Plans needs Node 22\.18 or newer .*this is Node 20\.19\.0\./,
    );
    expect(nodeProblem("22.17.9")).not.toBeNull();
    expect(["22.18.0", "23.0.0", "24.21.0"].map(nodeProblem)).toEqual([null, null, null]);
  });
});

describe("the page's build", { timeout: 60_000 }, () => {
  it("is told in a sentence when the project's folder cannot be written", async () => {
    writeFileSync(join(folder, ".cache"), "a file where a folder should be");
    expect(await buildPage(folder)).toMatch(/^The folder \S+ is not writable for this user; .*\.$/);
  });
});
