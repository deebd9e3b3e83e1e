import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const BINARY = new Set([".png", ".ico", ".woff2", ".jpg", ".fit", ".gz"]);

export interface TreeFile {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file that is committed or about to be: what git knows, and what it does not ignore. */
export function treePaths(): readonly string[] {
  const listed = execFileSync(
    "git",
    ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  return listed.split("\n").filter((path) => path !== "" && existsSync(join(ROOT, path)));
}

export function treeFiles(): readonly TreeFile[] {
  return treePaths()
    .filter((path) => !BINARY.has(extname(path)))
    .map((path) => ({ path, text: readRoot(path) }));
}

export const readRoot = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/**
 * A copy of the sources with some files planted in it, so that a wall can be seen to fail without
 * touching the checkout. It lies inside the checkout's cache, beside nothing that a tool would find.
 */
export function plantedTree(planted: Readonly<Record<string, string>>): {
  readonly folder: string;
  readonly remove: () => void;
} {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".cache", "planted-"));
  for (const path of treePaths()) cpSync(join(ROOT, path), join(folder, path));
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  linkModules(folder);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Foreign packages are those of the checkout; the house's own are those of the copy. */
function linkModules(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@strideiq"), { recursive: true });
  const names = execFileSync("ls", ["-A", join(ROOT, "node_modules")], { encoding: "utf8" }).split("\n");
  for (const name of names) {
    if (name !== "" && name !== "@strideiq")
      symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  for (const manifest of treePaths().filter((path) =>
    /^(packages|apps)\/[^/]+\/package[.]json$/.test(path),
  )) {
    const home = join(folder, dirname(manifest));
    symlinkSync(relative(join(modules, "@strideiq"), home), join(modules, "@strideiq", basename(home)));
  }
}
