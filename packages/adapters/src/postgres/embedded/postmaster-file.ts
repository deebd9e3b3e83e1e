import { readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { isAlive } from "./start-lock.ts";

/** What a running server writes into its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** Reads `postmaster.pid` (line 1 the process, line 4 the port); null when there is none. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  const lines = linesOf(cluster);
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) ? { pid, port } : null;
}

function linesOf(cluster: string): readonly string[] | null {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

/** Whether that process is a PostgreSQL server of this cluster: after a reboot its number may be anyone's. */
export function isPostmaster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(cluster);
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8");
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/**
 * PostgreSQL refuses to start while the process named in a left-over file is alive, though that is
 * now another program. The file itself must stay: its shared memory key lets PostgreSQL see backends
 * that outlived their server. So only the process number is exchanged, for one that nobody has.
 */
export function disownPostmasterFile(cluster: string): void {
  const lines = linesOf(cluster);
  const pid = Number(lines?.[0]);
  if (lines === null || !isAlive(pid) || isPostmaster(pid, cluster)) return;
  writeFileSync(join(cluster, "postmaster.pid"), [String(unusedPid()), ...lines.slice(1)].join("\n"));
}

function unusedPid(): number {
  let pid = 99_999;
  while (isAlive(pid)) pid -= 1;
  return pid;
}
