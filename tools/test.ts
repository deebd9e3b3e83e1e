import { endAll, runStage, type StageResult } from "./testing/run-stage.ts";
import { runInPlaces } from "./testing/schedule.ts";
import { COVERAGE, EVERY_DAY, SERVICE_COVERAGE, type Stage, STAGES } from "./testing/stages.ts";

const HELP = `npm test                    everything
npm run test:fast           ${namesOf(STAGES.filter(({ when }) => when === "fast"))}
npm test -- --ci            everything, and ${namesOf(STAGES.filter(({ when }) => when === "ci"))}
npm test -- NAME ...        some of: ${namesOf(STAGES)}
npm test -- --coverage      the unit tests, with the share of the engine they reach
npm test -- --coverage-service  the service's tests, with the share of use cases and adapters they reach`;

/** Stages at a time. Those of CI start so many processes that one alone keeps every core busy. */
const PLACES = { everyDay: 3, ci: 1 } as const;
const OUTPUT_LINES_MAX = 300;

const args = process.argv.slice(2);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    endAll();
    process.exit(130);
  });
}
process.exitCode = await main();

async function main(): Promise<number> {
  if (args.includes("--help")) {
    console.log(HELP);
    return 0;
  }
  const stages = selected();
  if (stages === null) {
    console.error(`There is no such stage.\n\n${HELP}`);
    return 2;
  }
  const results: StageResult[] = [];
  const work = async (stage: Stage): Promise<void> => {
    const result = await runStage(stage);
    results.push(result);
    tell(result);
  };
  const isOfCi = ({ when }: Stage): boolean => when === "ci";
  await runInPlaces(
    stages.filter((stage) => !isOfCi(stage)),
    PLACES.everyDay,
    work,
  );
  await runInPlaces(stages.filter(isOfCi), PLACES.ci, work);
  return conclude(results);
}

function namesOf(stages: readonly Stage[]): string {
  return stages.map(({ name }) => name).join(", ");
}

function selected(): readonly Stage[] | null {
  if (args.includes("--coverage")) return [COVERAGE];
  if (args.includes("--coverage-service")) return [SERVICE_COVERAGE];
  if (args.includes("--fast")) return STAGES.filter(({ when }) => when === "fast");
  if (args.includes("--ci")) return STAGES;
  if (args.length === 0) return EVERY_DAY;
  const chosen = STAGES.filter(({ name }) => args.includes(name));
  return chosen.length === args.length ? chosen : null;
}

function tell({ stage, tally, seconds, output }: StageResult): void {
  const counts = stage.report === undefined ? "" : `${tally.passed} passed`;
  const failed = tally.failed > 0 && stage.report !== undefined ? `, ${tally.failed} failed` : "";
  const mark = tally.failed > 0 ? "FAIL" : "ok  ";
  console.log(
    `${mark}  ${stage.name.padEnd(12)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts}${failed}`,
  );
  if (tally.failed > 0) console.log(`\n${readable(output)}\n`);
  else if (stage === COVERAGE || stage === SERVICE_COVERAGE)
    console.log(output.slice(output.indexOf("=====")));
}

/** The tools' own words without the lines about what went well. */
function readable(output: string): string {
  const lines = output.split("\n").filter((line) => !/^\s*(✓|↓|stdout)/u.test(line));
  return lines.slice(0, OUTPUT_LINES_MAX).join("\n").trim();
}

function conclude(results: readonly StageResult[]): number {
  const notRun = results.flatMap(({ stage, tally }) => tally.notRun.map((name) => `${stage.name}: ${name}`));
  for (const name of notRun) console.log(`not run here  ${name}`);
  const passed = results.reduce((sum, { tally }) => sum + tally.passed, 0);
  const failed = results.reduce((sum, { tally }) => sum + tally.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
