import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../program.ts";
import { connect, type ConnectionOptions } from "./connection.ts";

const server = "https://plans.example.org";
const env = { STRIDEIQ_API_KEY: "sk_secret" };

/** What is said when there is no way to the server. */
async function refusal(
  options: ConnectionOptions,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const connected = await connect(options, environment);
  return connected.ok ? "" : connected.error;
}

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
      expect(await refusal({ server: address }, env)).toContain("https://plans.example.org");
    },
  );

  it("does not carry a key unencrypted further than this machine", async () => {
    expect(await refusal({ server: "http://plans.example.org" }, env)).toContain("Use https");
    for (const near of ["http://localhost:4747", "http://127.0.0.1:4747/", "http://[::1]:4747"])
      expect((await connect({ server: near }, env)).ok).toBe(true);
  });

  it("needs a key, and says how to make one", async () => {
    for (const key of [undefined, "", "two words"]) {
      expect(await refusal({ server }, key === undefined ? {} : { STRIDEIQ_API_KEY: key })).toContain(
        "POST /v1/api-keys",
      );
    }
  });

  it("reads the key from a file that only its owner can read", async () => {
    expect((await connect({ server, keyFile: await keyFile(0o600) }, {})).ok).toBe(true);
    const open = await keyFile(0o644);
    expect(await refusal({ server, keyFile: open }, {})).toContain(`chmod 600 ${open}`);
    expect(await refusal({ server, keyFile: join(folder, "nowhere") }, {})).toContain("no such file");
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

  const expectTold = async (run: ReturnType<typeof tried>, code: number, words: string): Promise<void> => {
    const ended = await run;
    expect(ended.code).toBe(code);
    expect(ended.told).toContain(words);
  };

  it("says at once that it needs a key, or a server to ask", async () => {
    await expectTold(tried("--server", server, "plans"), 4, "STRIDEIQ_API_KEY");
    await expectTold(tried("plans"), 4, "--server");
  });

  it("leaves to the server what day it is, and says where nobody answers", async () => {
    const known = ["--server", "http://127.0.0.1:9", "--key-file", await keyFile(0o600)];
    const wish = ["plan", "--race", "10k", "--weeks", "12", "--tier", "low", "--today", "2026-11-23"];
    await expectTold(tried(...known, ...wish), 4, "--today");
    const change = ["replan", "p1", "--resume"];
    expect(await tried(...known, ...change, "--from", "2027-01-01")).toMatchObject({ code: 4 });
    expect(await tried(...known, "explain", "p1", "--date", "2027-01-01")).toEqual({
      code: 3,
      told: "p1: The server cannot be reached. Check the connection, and whether the server runs; then try again. Nothing you typed is lost.",
    });
  });
});
