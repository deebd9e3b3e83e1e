import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GeneratedFile, planJsonSchemaFile } from "@strideiq/contracts";
import { format, resolveConfig } from "prettier";
import { clientOperations } from "./docs/client-operations.ts";
import { LAW_FOLDER, lawPages } from "./docs/law-pages.ts";
import { moduleGraph } from "./docs/module-graph.ts";
import { realRulebook } from "./docs/real-rulebook.ts";
import { WORKOUT_FOLDER, workoutPages } from "./docs/workout-pages.ts";
import { normsPage } from "./norms/norms-page.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GRAPH_SECTION = /(<!-- graph: written by npm run docs -->\n)[^]*?(<!-- end of graph -->)/;

async function architecture(): Promise<GeneratedFile> {
  const path = "ARCHITECTURE.md";
  const page = readFileSync(join(ROOT, path), "utf8");
  if (!GRAPH_SECTION.test(page)) throw new Error(`${path} has lost the place of its graph.`);
  const graph = await moduleGraph(ROOT);
  return { path, text: page.replace(GRAPH_SECTION, `$1\n${graph}\n\n$2`) };
}

/** As Prettier would write it, so that the generated files keep the house's format. */
async function formatted({ path, text }: GeneratedFile): Promise<GeneratedFile> {
  const filepath = join(ROOT, path);
  return { path, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) };
}

const isCurrent = ({ path, text }: GeneratedFile): boolean =>
  existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), "utf8") === text;

/** Pages of laws and workouts that are no more. */
function orphansOf(files: readonly GeneratedFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return [LAW_FOLDER, WORKOUT_FOLDER]
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => !paths.has(path));
}

function write({ path, text }: GeneratedFile): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}

const rulebook = realRulebook(ROOT);
const sources = [
  planJsonSchemaFile(),
  ...lawPages(rulebook),
  ...workoutPages(rulebook),
  normsPage(rulebook),
  ...(await clientOperations()),
  await architecture(),
];
const files = await Promise.all(sources.map(formatted));
const stale = files.filter((file) => !isCurrent(file));
const orphans = orphansOf(files);

if (process.argv.includes("--check")) {
  for (const { path } of stale) console.error(`${path} is out of date: run npm run docs`);
  for (const path of orphans) console.error(`${path} belongs to nothing any more: run npm run docs`);
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  stale.forEach(write);
  for (const path of orphans) rmSync(join(ROOT, path));
  console.log(`${files.length} files, ${stale.length} written, ${orphans.length} removed`);
}
