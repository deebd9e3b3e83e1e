import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../program.ts";
import { connect } from "./connection.ts";

const server = "https://plans.example.org";
const env = { STRIDEIQ_API_KEY: "sk_secret" };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "strideiq-key-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function keyFile(mode: number, text = "sk_secret\n"): Promise<string> {
  const file = join(folder, `key-${mode.toString(8)}-${String(text.length)}`);
  await writeFile(file, text, { mode });
  return file;
}

describe("the way to a server", () => {
  it.each(["plans.example.org", "ftp://plans.example.org", "https://me:secret@plans.example.org", ""])(
    "is refused to %s, which is no address of one",
    async (address) => {
      const connected = await connect({ server: address }, env);
      expect(connected).toMatchObject({
        ok: false,
        error: expect.stringContaining("https://plans.example.org"),
      });
    },
  );

  it("does not carry a key unencrypted further than this machine", async () => {
    const far = await connect({ server: "http://plans.example.org" }, env);
    expect(far).toMatchObject({ ok: false, error: expect.stringContaining("Use https") });
    for (const near of ["http://localhost:4747", "http://127.0.0.1:4747/", "http://[::1]:4747"])
      expect((await connect({ server: near }, env)).ok).toBe(true);
  });

  it("needs a key, and says how to make one", async () => {
    for (const key of [undefined, "", "two words"]) {
      const connected = await connect({ server }, key === undefined ? {} : { STRIDEIQ_API_KEY: key });
      expect(connected).toMatchObject({ ok: false, error: expect.stringContaining("POST /v1/api-keys") });
    }
  });

  it("reads the key from a file that only its owner can read", async () => {
    expect((await connect({ server, keyFile: await keyFile(0o600) }, {})).ok).toBe(true);
    const open = await keyFile(0o644);
    const refused = await connect({ server, keyFile: open }, {});
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining(`chmod 600 ${open}`) });
    const missing = await connect({ server, keyFile: join(folder, "nowhere") }, {});
    expect(missing).toMatchObject({ ok: false, error: expect.stringContaining("no such file") });
  });
});

describe("a command with --server", () => {
  const tried = async (...args: readonly string[]) => {
    const told: string[] = [];
    const say = (sentence: string): void => {
      told.push(sentence);
    };
    const code = await run(args, { out: say, complain: say, note: say, width: 100, colour: false });
    return { code, told: told.join("\n") };
  };

  it("says at once that it needs a key, or a server to ask", async () => {
    expect(await tried("--server", server, "plans")).toMatchObject({
      code: 4,
      told: expect.stringContaining("STRIDEIQ_API_KEY"),
    });
    expect(await tried("plans")).toMatchObject({ code: 4, told: expect.stringContaining("--server") });
  });

  it("leaves to the server what day it is, and says where nobody answers", async () => {
    const known = ["--server", "http://127.0.0.1:9", "--key-file", await keyFile(0o600)];
    const wish = ["plan", "--race", "10k", "--weeks", "12", "--tier", "low", "--today", "2026-11-23"];
    expect(await tried(...known, ...wish)).toMatchObject({
      code: 4,
      told: expect.stringContaining("--today"),
    });
    const change = ["replan", "p1", "--resume"];
    expect(await tried(...known, ...change, "--from", "2027-01-01")).toMatchObject({ code: 4 });
    expect(await tried(...known, "explain", "p1", "--date", "2027-01-01")).toEqual({
      code: 3,
      told: "p1: The server cannot be reached. Check the connection, and whether the server runs; then try again. Nothing you typed is lost.",
    });
  });
});
