import { planJsonSchemaFile } from "@strideiq/contracts";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { moduleGraph } from "./docs/module-graph.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const isCheck = process.argv.includes("--check");

interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
}

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

function write({ path, text }: GeneratedFile): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}

const files = await Promise.all([planJsonSchemaFile(), await architecture()].map(formatted));
const stale = files.filter((file) => !isCurrent(file));

if (isCheck) {
  for (const { path } of stale) console.error(`${path} is out of date: run npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  stale.forEach(write);
  console.log(
    stale.length === 0 ? "Everything is up to date." : `Wrote ${stale.map(({ path }) => path).join(", ")}`,
  );
}
