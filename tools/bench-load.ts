/** `npm run bench:load`: thousands of athletes who read their plans, beside what the machine can do at all. */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { runsRedis } from "@strideiq/adapters";
import { HOUSE_CONFIG, readRulebook } from "../apps/cli/src/config.ts";
import { serverVersion } from "./bench/bare-rows.ts";
import { type Figure, ratioOf, tableOf } from "./bench/figure.ts";
import { crowdFigures, dayFigures, greedyFigures, withoutCopies } from "./bench/load/figures.ts";
import { buildTown, type Town } from "./bench/load/town.ts";
import { machineOf, machineText } from "./bench/machine.ts";
import { wishBodies } from "./bench/service-figures.ts";

const PARTS = ["greedy", "crowd", "bare", "day"] as const;
type Part = (typeof PARTS)[number];
const ATHLETES = 15_000;

const HELP = `npm run bench:load                       measures and prints one table; takes about seven minutes
npm run bench:load -- --only greedy      one part of it, or several: ${PARTS.join(", ")}
npm run bench:load -- --athletes 1500    with as many athletes; ${String(ATHLETES)} without it
npm run bench:load -- --redis            with a Redis behind the processes, which has to be installed
npm run bench:load -- --json FILE        writes the figures to a file as well`;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      athletes: { type: "string" },
      redis: { type: "boolean" },
      json: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
  const wanted = (values.only ?? PARTS).filter(isPart);
  const count = Number(values.athletes ?? ATHLETES);
  if (values.help === true || wanted.length === 0 || !Number.isInteger(count)) {
    console.log(HELP);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const hasRedis = values.redis === true;
  if (hasRedis && !runsRedis()) {
    console.error("There is no redis-server on this machine.");
    process.exitCode = 1;
    return;
  }
  const read = await readRulebook(HOUSE_CONFIG, console.error);
  if (!read.ok) throw new Error(read.error.join("\n"));
  const bodies = wishBodies(read.value.rulebook);
  const load = [nowLoad()];
  const town = await buildTown(bodies, count, hasRedis);
  try {
    const figures: Figure[] = [];
    for (const part of PARTS)
      if (wanted.includes(part)) figures.push(...(await MEASURES[part](town, bodies)));
    const machine = machineOf(await serverVersion(town.db), [...load, nowLoad()]);
    console.log(`${tableOf(figures)}\n\n${machineText(machine)}`);
    const rows = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
    const text = JSON.stringify({ measuredAt: new Date().toISOString(), machine, figures: rows }, null, 2);
    if (values.json !== undefined) writeFileSync(values.json, `${text}\n`);
  } finally {
    await town.stop();
  }
}

const MEASURES: Readonly<
  Record<Part, (town: Town, bodies: readonly string[]) => Promise<readonly Figure[]>>
> = {
  greedy: greedyFigures,
  crowd: (town) => crowdFigures(town),
  bare: withoutCopies,
  day: dayFigures,
};

/** Programs that wanted a core during the last minute. */
function nowLoad(): number {
  return loadavg()[0] ?? 0;
}

await main();
