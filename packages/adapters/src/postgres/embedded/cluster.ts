import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "@strideiq/engine";
import type { ServerFolders } from "./folders.ts";
import type { EmbeddedPostgresProblem } from "./problem.ts";
import { asUser, type ServerUser } from "./server-user.ts";

/** The one role of the embedded server, its owner. */
export const SERVER_ROLE = "strideiq";

/** The generated password of the cluster; written before the cluster exists, so that it is never lost. */
export async function readPassword({ passwordFile }: ServerFolders): Promise<string> {
  if (!existsSync(passwordFile)) {
    const unfinished = `${passwordFile}.new`;
    await writeFile(unfinished, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await rename(unfinished, passwordFile);
  }
  return (await readFile(passwordFile, "utf8")).trim();
}

/** Makes the data folder of PostgreSQL, whole or not at all. */
export async function createCluster(
  folders: ServerFolders,
  binaries: string,
  password: string,
): Promise<Result<void, EmbeddedPostgresProblem>> {
  if (existsSync(folders.cluster)) return ok(undefined);
  const nursery = join(folders.folder, "nursery");
  await rm(nursery, { recursive: true, force: true });
  await mkdir(nursery);
  await chmod(nursery, 0o700);
  const passwordCopy = join(nursery, "password");
  await writeFile(passwordCopy, password, { mode: 0o600 });
  giveTo(folders.user, nursery, passwordCopy);

  const cluster = join(nursery, "cluster");
  const made = await run(join(binaries, "bin", "initdb"), initdbOptions(cluster, passwordCopy), folders.user);
  if (made.code !== 0)
    return err({ type: "DidNotStart", folder: folders.folder, log: lastLines(made.output) });
  await rename(cluster, folders.cluster);
  await rm(nursery, { recursive: true, force: true });
  return ok(undefined);
}

const initdbOptions = (cluster: string, passwordFile: string): readonly string[] => [
  `--pgdata=${cluster}`,
  `--username=${SERVER_ROLE}`,
  `--pwfile=${passwordFile}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
];

function giveTo(user: ServerUser | null, ...paths: readonly string[]): void {
  if (user === null) return;
  for (const path of paths) chownSync(path, user.uid, user.gid);
}

interface Finished {
  readonly code: number | null;
  readonly output: string;
}

const run = (program: string, options: readonly string[], user: ServerUser | null): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, options, { ...asUser(user), cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, output: Buffer.concat(parts).toString("utf8") });
    });
  });

/** The end of a log on one line, for a sentence. */
export const lastLines = (log: string): string => log.trim().split("\n").slice(-3).join(" | ");
