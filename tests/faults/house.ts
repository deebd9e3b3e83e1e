import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { openDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from "@strideiq/adapters";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "apps/server/src/main.ts");
const ROLES = ["api", "api", "worker", "worker"] as const;

export type Role = (typeof ROLES)[number];

/** One process of the service; a killed one is started again as the same. */
export interface Member {
  readonly role: Role;
  readonly address: string;
  readonly kill: () => Promise<void>;
  /** Holds it up, and lets it go on. */
  readonly signal: (signal: "SIGSTOP" | "SIGCONT") => void;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Two processes that answer, two that work, and their PostgreSQL, which this process starts again when it dies. */
export interface House {
  readonly members: readonly Member[];
  readonly db: ReturnType<typeof openDatabase>;
  readonly databaseUrl: string;
  readonly postmaster: () => number;
  readonly stop: () => Promise<void>;
}

/** A free port, which stays the same over restarts. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return address === null || typeof address === "string" ? 0 : address.port;
}

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "strideiq-faults-"));
  const postgres = mkdtempSync(join(tmpdir(), "strideiq-faults-postgres-"));
  const server = await startEmbeddedPostgres({ folder: postgres, database: "strideiq" });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const databaseUrl = server.value.url;
  const data = join(folder, "data");
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: data, NODE_COMPILE_CACHE: join(folder, "compiled") };
  await warmUp(env);
  const members = await Promise.all(ROLES.map((role) => enter(role, env)));
  const db = openDatabase(databaseUrl);
  return {
    members,
    db,
    databaseUrl,
    postmaster: () =>
      Number.parseInt(readFileSync(join(server.value.folder, "cluster", "postmaster.pid"), "utf8"), 10),
    stop: async () => {
      await Promise.all(members.map(({ stop }) => stop()));
      await db.destroy();
      await server.value.stop();
      await removeEmbeddedPostgres(postgres);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Compiles once what each of the many starts would compile anew: they are not what is tested here. */
async function warmUp(env: Readonly<Record<string, string>>): Promise<void> {
  await once(spawn(process.execPath, [MAIN, "--help"], { env, stdio: "ignore" }), "exit");
}

async function enter(role: Role, own: Readonly<Record<string, string>>): Promise<Member> {
  const port = await freePort();
  const env = {
    ...own,
    PATH: process.env["PATH"],
    PORT: String(port),
    TODAY: "2026-11-23",
    LOG_LEVEL: "fatal",
    PLANS_PER_MINUTE: "1000000",
    REQUESTS_PER_MINUTE: "1000000",
  };
  let child = await startMember(role, env);
  return {
    role,
    address: `http://127.0.0.1:${String(port)}`,
    kill: () => end(child, "SIGKILL"),
    signal: (signal) => void child.kill(signal),
    restart: async () => {
      child = await startMember(role, env);
    },
    stop: () => end(child, "SIGTERM"),
  };
}

/** Starts a server and waits until it says that it is there. */
export async function startMember(
  role: Role | "all",
  env: Readonly<Record<string, string | undefined>>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, "--role", role], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      said += part.toString("utf8");
    });
  const early = once(child, "exit").then(([code]: unknown[]) => {
    throw new Error(`${role} ended with ${String(code)}: ${said}`);
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", () => {
      if (said.includes("StrideIQ Plans")) resolve();
    });
  });
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  return child;
}

export async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

/** A process with all its children, by what the kernel knows: PostgreSQL's backends are groups of their own. */
export function familyOf(pid: number): readonly number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => parentOf(other) === pid);
  return [pid, ...children];
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}
