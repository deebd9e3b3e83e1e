import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { err, ok, type Result } from "@strideiq/engine";
import type { EmbeddedPostgresProblem } from "./problem.ts";
import { chooseServerUser, mayUse, type ServerUser } from "./server-user.ts";

/** Everything the embedded server keeps on disk. */
export interface ServerFolders {
  readonly folder: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly lockFile: string;
  readonly logFile: string;
  readonly user: ServerUser | null;
  /** Set when the server's account cannot reach the wished folder, so that the data lies elsewhere. */
  readonly elsewhere: boolean;
}

/**
 * The wished folder, or one outside when the account that runs PostgreSQL cannot enter it: a
 * checkout in root's home is closed to everyone else.
 */
export function chooseFolders(wished: string): Result<ServerFolders, EmbeddedPostgresProblem> {
  const user = chooseServerUser(join(wished, "cluster"));
  if (!isWritable(wished, user)) return err({ type: "FolderNotWritable", folder: wished });
  if (user === null) return ok(foldersIn(wished, user, false));

  const candidates = [wished, ...outside(wished)];
  const folder =
    candidates.find((known) => existsSync(join(known, "cluster")) && mayUse(user, "-x", known)) ??
    candidates.find((fresh) => isWritable(fresh, user) && mayUse(user, "-x", fresh));
  return folder === undefined
    ? err({ type: "FolderNotWritable", folder: wished })
    : ok(foldersIn(folder, user, folder !== wished));
}

const foldersIn = (folder: string, user: ServerUser | null, elsewhere: boolean): ServerFolders => ({
  folder,
  cluster: join(folder, "cluster"),
  passwordFile: join(folder, "password"),
  lockFile: join(folder, "start.lock"),
  logFile: join(folder, "server.log"),
  user,
  elsewhere,
});

/**
 * Where the data lies when the wished folder cannot be entered. Two checkouts must not share a database, so the path is
 * part of the name.
 */
export function outside(wished: string): readonly string[] {
  const name = `strideiq-${createHash("sha256").update(wished).digest("hex").slice(0, 12)}-${basename(wished)}`;
  return [join("/var/lib", name), join("/var/tmp", name)];
}

/** Makes the folder if need be, open to the server's account; what is in it stays closed. */
function isWritable(folder: string, user: ServerUser | null): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (user !== null) chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}
