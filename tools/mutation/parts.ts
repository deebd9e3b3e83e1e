import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["packages/engine/src/checks", "packages/engine/src/periodization"] as const;

/** About as many lines as a quiet core mutates in eight minutes. */
const LINES_MAX = 330;

/** Files that are mutated in one run. */
export interface Part {
  /** `1`, `2`, ... */
  readonly name: string;
  readonly files: readonly string[];
}

/** Laws and periodization in parts, in the order of their names. */
export function partsOf(root: string): readonly Part[] {
  const parts: string[][] = [];
  let lines = Infinity;
  for (const file of FOLDERS.flatMap((folder) => sourcesIn(root, folder))) {
    const length = readFileSync(join(root, file), "utf8").split("\n").length;
    if (lines + length > LINES_MAX) {
      parts.push([]);
      lines = 0;
    }
    parts.at(-1)?.push(file);
    lines += length;
  }
  return parts.map((files, index) => ({ name: String(index + 1), files }));
}

const sourcesIn = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts") && !/[.](test|fixture)[.]ts$/.test(name))
    .toSorted()
    .map((name) => `${folder}/${name}`);
