/** `npm run mutate`: changes laws and periodization one small piece at a time, and sees whether a test notices. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { compilerOf } from "./mutation/compiler.ts";
import { mutationPage, scoreOf } from "./mutation/page.ts";
import { type Part, partsOf } from "./mutation/parts.ts";
import { readReport } from "./mutation/report.ts";

const HELP = `npm run mutate                    all parts, one after the other, and the page
npm run mutate -- --part 3        one part, some minutes on a quiet core
npm run mutate -- --list          the parts and their files
npm run mutate -- --page          docs/mutation.md from what the last runs found
npm run mutate -- --part 3 --vitest   the tests run by Vitest, anew for each change: many times slower, same result`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const REPORTS = ".cache/mutation";
/** One for all parts: a run keeps what it does not look at again, and looks again only where code or tests changed. */
const REPORT = `${REPORTS}/report.json`;
const PAGE = join(ROOT, "docs/mutation.md");
/** In per cent, over all parts. */
const SCORE_MIN = 75;

/** How Stryker runs the tests. */
type Runner = typeof VITEST | typeof ONE_PROCESS;

const VITEST = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
} as const;

const ONE_PROCESS = {
  testRunner: "one-process",
  plugins: ["./tools/mutation/one-process-runner.ts"],
} as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    options: { part: { type: "string" }, list: flag, page: flag, vitest: flag, help: flag },
  });
  const runner = values.vitest === true ? VITEST : ONE_PROCESS;
  const parts = partsOf(ROOT);
  if (values.help === true) console.log(HELP);
  else if (values.list === true) parts.forEach(tell);
  else if (values.page === true) return writePage(parts);
  else if (values.part === undefined) return runAll(parts, runner);
  else return runNamed(parts, values.part, runner);
  return 0;
}

function tell({ name, files }: Part): void {
  console.log(`${name}: ${files.map((file) => file.split("/").at(-1)).join(", ")}`);
}

async function runAll(parts: readonly Part[], runner: Runner): Promise<number> {
  for (const part of parts) if (run(part, runner) !== 0) return 1;
  return writePage(parts);
}

function runNamed(parts: readonly Part[], wanted: string, runner: Runner): number {
  const part = parts.find(({ name }) => name === wanted);
  if (part !== undefined) return run(part, runner);
  console.error(`There is no part ${wanted}; they go from 1 to ${parts.length}.`);
  return 2;
}

/** Words are not mutated: what laws say is tested where it is shown. */
function run(part: Part, runner: Runner): number {
  const config = {
    ...runner,
    mutate: part.files,
    mutator: { excludedMutations: ["StringLiteral"] },
    ignoreStatic: true,
    coverageAnalysis: "perTest",
    concurrency: 1,
    timeoutMS: 15_000,
    reporters: ["progress-append-only"],
    incremental: true,
    incrementalFile: REPORT,
    tempDirName: join(".cache", `stryker-${part.name}`),
    ignorePatterns: [
      ".cache",
      ".data",
      "coverage",
      "reports",
      "docs",
      "apps/**/src",
      "tests/golden/*.txt",
      "tests/e2e",
    ],
    allowConsoleColors: false,
  };
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  const file = join(REPORTS, `part-${part.name}.config.json`);
  writeFileSync(join(ROOT, file), JSON.stringify(config));
  return (
    spawnSync("npx", ["--no-install", "stryker", "run", file], { cwd: ROOT, stdio: "inherit" }).status ?? 1
  );
}

async function writePage(parts: readonly Part[]): Promise<number> {
  const files = readReport(join(ROOT, REPORT));
  const scores = parts.map((part) => ({
    part,
    files: files.filter(({ file }) => part.files.includes(file)),
  }));
  const missing = scores.filter((score) => score.files.length === 0).map(({ part }) => part.name);
  if (missing.length > 0) {
    console.error(`These parts have not run yet: ${missing.join(", ")}.`);
    return 1;
  }
  const page = mutationPage(scores, compilerOf(ROOT));
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
  const score = scoreOf(files);
  console.log(`${score.toFixed(1)} % of the mutants are noticed; ${SCORE_MIN} % are asked for.`);
  return score >= SCORE_MIN ? 0 : 1;
}
