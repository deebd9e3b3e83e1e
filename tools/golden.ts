import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GOLDEN_FOLDER, type GoldenFile, goldenFiles } from "./golden/golden-files.ts";

const FOLDER = join(fileURLToPath(new URL("..", import.meta.url)), GOLDEN_FOLDER);

const storedText = (name: string): string =>
  existsSync(join(FOLDER, name)) ? readFileSync(join(FOLDER, name), "utf8") : "";

/** Lines of the fresh plan that do not stand in the stored one. */
function changedLines({ name, text }: GoldenFile): number {
  const before = new Set(storedText(name).split("\n"));
  return text.split("\n").filter((line) => !before.has(line)).length;
}

const files = goldenFiles();
const stale = files.filter(({ name, text }) => storedText(name) !== text);
const orphans = readdirSync(FOLDER).filter(
  (name) => name.endsWith(".txt") && !files.some((file) => file.name === name),
);

if (process.argv.includes("--write")) {
  for (const { name, text } of stale) writeFileSync(join(FOLDER, name), text);
  for (const name of orphans) rmSync(join(FOLDER, name));
  console.log(`${files.length} plans, ${stale.length} written, ${orphans.length} removed`);
} else {
  for (const file of stale) console.log(`${file.name} differs, ${changedLines(file)} lines are new`);
  for (const name of orphans) console.log(`${name} is no standard plan`);
  if (stale.length + orphans.length > 0) {
    console.log("Accept the plans as they are now with: npm run golden -- --write");
    process.exitCode = 1;
  } else console.log(`${files.length} plans, none has changed`);
}
