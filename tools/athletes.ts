/** `npm run check:athletes`: random athletes ask for plans, and every answer is judged. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { realRulebook, sumOfCensuses } from "@strideiq/testing";
import { format, resolveConfig } from "prettier";
import { batchesOf } from "./athletes/batch.ts";
import { complaintsOf } from "./athletes/complaints.ts";
import { judgeInThreads, type ThreadsAnswer } from "./athletes/in-threads.ts";
import { type Findings, qualityPage } from "./athletes/page.ts";
import { progressTo } from "./athletes/progress.ts";

const HELP = `npm run check:athletes                      2,000 athletes
npm run check:athletes -- --count 100000    so many
  --seed N        another row of athletes (default 1)
  --from N        begin with this athlete of the row (default 0)
  --threads N     default: one for each core
  --out FILE      where the page goes (default docs/plan-quality.md)`;

const PAGE = fileURLToPath(new URL("../docs/plan-quality.md", import.meta.url));
const COUNT_MAX = 10_000_000;
const COMPLAINTS_TOLD_MAX = 10;

interface Order {
  readonly count: number;
  readonly from: number;
  readonly seed: number;
  readonly threads: number;
  readonly out: string;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const order = readOrder();
  return typeof order === "number" ? order : run(order);
}

/** What is asked for, or the exit code where nothing is to be run. */
function readOrder(): Order | number {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { count: text, from: text, seed: text, threads: text, out: text, help: { type: "boolean" } },
  });
  if (values.help === true) {
    console.log(HELP);
    return 0;
  }
  const count = wholeOf(values.count, 2000);
  const from = wholeOf(values.from, 0);
  const seed = wholeOf(values.seed, 1);
  const threads = wholeOf(values.threads, availableParallelism());
  if (count < 1 || threads < 1 || Number.isNaN(count + from + seed + threads)) {
    console.error(`These are no whole numbers that make sense.\n\n${HELP}`);
    return 2;
  }
  return { count, from, seed, threads, out: values.out ?? PAGE };
}

function wholeOf(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  return /^\d{1,8}$/.test(text) && Number(text) <= COUNT_MAX ? Number(text) : Number.NaN;
}

async function run({ count, from, seed, threads, out }: Order): Promise<number> {
  const progress = progressTo(count);
  const answer = await judgeInThreads(batchesOf(seed, from, count), threads, progress);
  const findings = findingsOf(answer, seed, from);
  const text = qualityPage(findings);
  writeFileSync(out, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
  return tell(findings);
}

function findingsOf({ judged, memory }: ThreadsAnswer, seed: number, from: number): Findings {
  const hash = createHash("sha256");
  for (const { digest } of judged) hash.update(digest);
  return {
    seed,
    from,
    memory,
    census: sumOfCensuses(judged.map(({ census }) => census)),
    faults: judged.flatMap(({ faults }) => faults),
    planMilliseconds: judged.flatMap((batch) => batch.planMilliseconds),
    refusalMilliseconds: judged.flatMap((batch) => batch.refusalMilliseconds),
    digest: hash.digest("hex"),
    rulebook: realRulebook().version,
  };
}

function tell(findings: Findings): number {
  const complaints = complaintsOf(findings);
  complaints.slice(0, COMPLAINTS_TOLD_MAX).forEach((complaint) => {
    console.error(complaint);
  });
  const { athletes = 0, plans = 0, refused = 0, lawsRun = 0 } = findings.census.totals;
  console.log(
    `${athletes} athletes, ${plans} plans, ${refused} refused, ${lawsRun} laws run, ${complaints.length} faults`,
  );
  return complaints.length > 0 ? 1 : 0;
}
