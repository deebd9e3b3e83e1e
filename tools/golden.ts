import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { GOLDEN_FOLDER, type GoldenFile, goldenFiles } from "./golden/golden-files.ts";
import { JUDGEMENTS_FILE, judgementsText } from "./golden/judgements.ts";

const FOLDER = join(fileURLToPath(new URL("..", import.meta.url)), GOLDEN_FOLDER);

const storedText = (name: string): string =>
  existsSync(join(FOLDER, name)) ? readFileSync(join(FOLDER, name), "utf8") : "";

type StoredText = Pick<GoldenFile, "name" | "text">;

/** Lines of the fresh plan that do not stand in the stored one. */
function changedLines({ name, text }: StoredText): number {
  const before = new Set(storedText(name).split("\n"));
  return text.split("\n").filter((line) => !before.has(line)).length;
}

const files: readonly StoredText[] = [...goldenFiles(), { name: JUDGEMENTS_FILE, text: judgementsText() }];
const stale = files.filter(({ name, text }) => storedText(name) !== text);
const orphans = readdirSync(FOLDER).filter(
  (name) => name.endsWith(".txt") && !files.some((file) => file.name === name),
);

if (process.argv.includes("--write")) {
  for (const { name, text } of stale) {
    mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
    writeFileSync(join(FOLDER, name), text);
  }
  for (const name of orphans) rmSync(join(FOLDER, name));
  console.log(`${files.length} files, ${stale.length} written, ${orphans.length} removed`);
} else {
  for (const file of stale) console.log(`${file.name} differs, ${changedLines(file)} lines are new`);
  for (const name of orphans) console.log(`${name} belongs to nothing`);
  if (stale.length + orphans.length > 0) {
    console.log("Accept the plans as they are now with: npm run golden -- --write");
    process.exitCode = 1;
  } else console.log(`${files.length} files, none has changed`);
}
