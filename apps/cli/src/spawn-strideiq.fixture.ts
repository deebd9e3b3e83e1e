import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
}

/** Runs the real program in a process of its own, as a shell would. */
export function strideiq(args: readonly string[], { cwd, env = {}, stdin = "" }: Surroundings = {}): Ended {
  const { COLUMNS: _columns, FORCE_COLOR: _force, NO_COLOR: _no, ...rest } = process.env;
  const ended = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    env: { ...rest, TZ: "UTC", ...env },
    input: stdin,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}
