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
  const candidates = user === null ? [wished] : [wished, ...outside(wished)];
  const known = candidates.find(
    (folder) => existsSync(join(folder, "cluster")) && mayUse(user, "-x", folder),
  );
  const folder = known ?? candidates.find((candidate) => isUsable(candidate, user));
  if (folder === undefined) return err({ type: "FolderNotWritable", folder: wished });
  if (!isUsable(folder, user)) return err({ type: "FolderNotWritable", folder });
  return ok(foldersIn(folder, user, folder !== wished));
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

/** Two checkouts must not share a database, so the path is part of the name. */
function outside(wished: string): readonly string[] {
  const name = `strideiq-${createHash("sha256").update(wished).digest("hex").slice(0, 12)}-${basename(wished)}`;
  return [join("/var/lib", name), join("/var/tmp", name)];
}

function isUsable(folder: string, user: ServerUser | null): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (user !== null) chmodSync(folder, 0o755);
    return mayUse(user, "-x", folder);
  } catch {
    return false;
  }
}
