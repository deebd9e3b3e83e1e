import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import process from "node:process";

/** An unprivileged account that PostgreSQL runs under, since it refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account for the server process; null when this process is unprivileged itself.
 * Files that an ordinary user made earlier stay that user's.
 */
export function chooseServerUser(clusterFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  return ownerOf(clusterFolder) ?? account("postgres") ?? account("nobody");
}

function ownerOf(folder: string): ServerUser | null {
  const owner = statSync(folder, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? null : { uid: owner.uid, gid: owner.gid };
}

function account(name: string): ServerUser | null {
  try {
    return { uid: idOf("-u", name), gid: idOf("-g", name) };
  } catch {
    return null;
  }
}

const idOf = (flag: "-u" | "-g", name: string): number =>
  Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

/** Whether the account may do this with the path, all folders above it included. Asks the system itself. */
export function mayUse(user: ServerUser | null, test: "-x" | "-r" | "-w", path: string): boolean {
  const tried = spawnSync("/bin/sh", ["-c", `test ${test} "$1"`, "sh", path], {
    ...asUser(user),
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

/** Options for a child process that runs under the account. */
export const asUser = (user: ServerUser | null): { uid?: number; gid?: number } =>
  user === null ? {} : { uid: user.uid, gid: user.gid };
