import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { join, resolve } from "node:path";
import process from "node:process";
import type { Configuration } from "./compose/configuration.ts";
import type { Service } from "./compose/service.ts";

const ROLES = ["api", "api", "worker", "worker"] as const;
export type Role = (typeof ROLES)[number] | "all";
const MAIN = join(resolve(import.meta.dirname), "main.ts");
const READY = /StrideIQ Plans (?:is ready: (\S+)|works in the background)/;

/** What a process can be told in a word. */
type Told = Partial<Omit<Configuration, "metrics" | "tracing">>;

/** Two processes that answer and two that work, on one database. */
export const startFour = (databaseUrl: string, changed: Told): Promise<readonly Started[]> => {
  const env = { ...INHERITED, DATABASE_URL: databaseUrl, ...DEFAULTS, ...settingsOf(changed) };
  return Promise.all(ROLES.map((role) => startOne(role, env)));
};

/** The same behind one address that takes turns. */
export async function startProcesses(databaseUrl: string, changed: Told): Promise<Service> {
  const started = await startFour(databaseUrl, changed);
  const addresses = started.flatMap(({ address }) => (address === undefined ? [] : [address]));
  const door = await openDoor(addresses);
  return {
    address: `http://127.0.0.1:${String(portOf(door))}`,
    adminLink: undefined,
    dataElsewhere: undefined,
    metricsAddress: undefined,
    stop: async () => {
      const closed = once(door, "close");
      door.close();
      await Promise.all(started.map(({ child }) => end(child)));
      await closed;
    },
  };
}

/** What has been compiled for one start need not be compiled for all the others, where a cache of it is kept. */
const INHERITED = { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] };
const DEFAULTS = { PORT: "0", TODAY: "2026-11-23", LOG_LEVEL: "silent" };

/** What a test changes, as a process is told it. */
function settingsOf(changed: Told): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(changed)) {
    const variable = VARIABLES[name];
    if (variable === undefined) throw new Error(`A process cannot be told ${name} by a test yet.`);
    settings[variable] = value === true ? "yes" : String(value);
  }
  return settings;
}

const VARIABLES: Readonly<Record<string, string>> = {
  dataFolder: "DATA_DIR",
  today: "TODAY",
  plansPerMinute: "PLANS_PER_MINUTE",
  signInsPerMinute: "SIGN_INS_PER_MINUTE",
  requestsPerMinute: "REQUESTS_PER_MINUTE",
  trustProxy: "TRUST_PROXY",
  confirmsEmail: "CONFIRM_EMAIL",
  publicUrl: "PUBLIC_URL",
  allowedOrigins: "ALLOWED_ORIGINS",
};

export interface Started {
  readonly child: ChildProcess;
  /** Undefined for one that works. */
  readonly address: string | undefined;
  /** What it said until it was ready. */
  readonly said: string;
}

export async function startOne(role: Role, env: Record<string, string | undefined>): Promise<Started> {
  const child = spawn(process.execPath, [MAIN, "--role", role], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const address = await new Promise<string | undefined>((fulfil, reject) => {
    child.once("exit", (code) => {
      reject(new Error(`${role} ended with ${String(code)}: ${said}`));
    });
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString("utf8");
      const found = READY.exec(said);
      if (found !== null) fulfil(found[1]);
    });
  });
  return { child, address, said };
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}

/** Passes connections on, to one process after the other. */
async function openDoor(addresses: readonly string[]): Promise<Server> {
  let turn = 0;
  const door = createServer((client) => {
    const { hostname, port } = new URL(addresses[(turn += 1) % addresses.length] ?? "");
    const server = connect(Number(port), hostname);
    client.pipe(server).pipe(client);
    client.on("error", () => server.destroy());
    server.on("error", () => client.destroy());
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  return door;
}

function portOf(door: Server): number {
  const address: AddressInfo | string | null = door.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
