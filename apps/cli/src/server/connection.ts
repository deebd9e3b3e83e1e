import { readFile, stat } from "node:fs/promises";
import { type Client, createClient } from "@strideiq/client";
import { err, ok, type Result } from "@strideiq/engine";
import { quoted } from "@strideiq/wording";
import { fileFault } from "../write-file.ts";

/** Which server, and where its key lies; the key itself never stands on a command line, where others can see it. */
export interface ConnectionOptions {
  readonly server: string;
  readonly keyFile?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A way to the server with a key; the error is a sentence that says what to do. */
export async function connect(
  options: ConnectionOptions,
  environment: Environment,
): Promise<Result<Client, string>> {
  const server = serverOf(options.server);
  if (!server.ok) return server;
  const key = await keyOf(options.keyFile, environment);
  return key.ok ? ok(createClient({ server: server.value, apiKey: key.value })) : key;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function serverOf(text: string): Result<string, string> {
  const url = URL.parse(text.trim());
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "")
    return err(`--server: ${quoted(text)} is no address of a server. Write it as https://plans.example.org.`);
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname))
    return err(
      `--server: ${quoted(text)} would send your key unencrypted over the network. Use https, or the server on this machine.`,
    );
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, "")}`);
}

const HOW =
  "Make a key with a session at POST /v1/api-keys, then set STRIDEIQ_API_KEY to it, or write it to a file that only you can read and name that with --key-file.";
const KEY = /^[\x21-\x7e]{1,200}$/;

async function keyOf(file: string | undefined, environment: Environment): Promise<Result<string, string>> {
  const text = file === undefined ? ok(environment["STRIDEIQ_API_KEY"] ?? "") : await readKey(file);
  if (!text.ok) return text;
  const key = text.value.trim();
  if (key === "") return err(`--server needs a key. ${HOW}`);
  return KEY.test(key) ? ok(key) : err(`What was given as a key is none. ${HOW}`);
}

const OTHERS = 0o077;

async function readKey(file: string): Promise<Result<string, string>> {
  try {
    const { mode } = await stat(file);
    if (process.platform !== "win32" && (mode & OTHERS) !== 0)
      return err(`--key-file: others may read ${file}. Make it yours alone: chmod 600 ${file}`);
    return ok(await readFile(file, "utf8"));
  } catch (error) {
    return err(`--key-file: ${file} could not be read: ${fileFault(error)}.`);
  }
}
