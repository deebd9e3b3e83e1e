import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const REPOSITORY = join(import.meta.dirname, "../../..");

/** The day on which every test happens: 21 weeks before a marathon on 2027-04-18. */
export const TODAY = "2026-11-23";

/** Thursday of the third week of a plan made on that day: what lies behind can be told, what lies ahead be chosen. */
export const MID_PLAN_DAY = "2026-12-10";

/** Two weeks before the tests' day, on a Monday: a plan made then has weeks behind it that can have been run. */
export const EARLIER_DAY = "2026-11-09";

const START_LIMIT_MS = 50_000;
const STOP_LIMIT_MS = 10_000;

export interface RunningServer {
  readonly address: string;
  /** Where it keeps its files, letters among them. */
  readonly dataFolder: string;
  readonly stop: () => Promise<void>;
}

/** Starts the server as a user does, with a port that is free and a data folder that is thrown away. */
export async function startServer(): Promise<RunningServer> {
  const data = join(tmpdir(), `strideiq-e2e-${String(process.pid)}-${String(Date.now())}`);
  const forget = (): void => {
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const server = await startBeside(data, {});
    const stopAll = async (): Promise<void> => {
      await server.stop();
      forget();
    };
    return { ...server, stop: stopAll };
  } catch (error) {
    forget();
    throw error;
  }
}

/** A server with other settings, on the data that another one may be using. */
export async function startBeside(
  data: string,
  settings: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(REPOSITORY, "apps/server/src/main.ts")], {
    cwd: REPOSITORY,
    env: { ...process.env, PORT: "0", DATA_DIR: data, TODAY, DATABASE_URL: undefined, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    return { address: await addressOf(child), dataFolder: data, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** Waits for the one line with the address. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string): void => {
      clearTimeout(limit);
      reject(new Error(`${why}\n${output}`));
    };
    const limit = setTimeout(() => {
      fail("The server did not start in time.");
    }, START_LIMIT_MS);
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /https?:\/\/[^\s)]+/.exec(output)?.[0];
      if (address === undefined) return;
      clearTimeout(limit);
      resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => {
      fail(`The server ended with code ${String(code)} before it was ready.`);
    });
  });
}

/** Asks politely, as Ctrl-C does, and insists when that is not heard. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    child.once("exit", () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
