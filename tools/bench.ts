/** `npm run bench`: what a plan and a run cost, each figure beside what the machine needs for the least possible. */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { HOUSE_CONFIG, readActivityRules, readRulebook } from "../apps/cli/src/config.ts";
import { activityFigures } from "./bench/activity-figures.ts";
import { archiveFigures } from "./bench/archive-figures.ts";
import { crowdFigures } from "./bench/crowd-figures.ts";
import { type Figure, ratioOf, tableOf } from "./bench/figure.ts";
import { generateFigures } from "./bench/generate-figures.ts";
import { type Machine, machineOf, machineText } from "./bench/machine.ts";
import { serviceFigures, wishBodies } from "./bench/service-figures.ts";

const PARTS = ["plans", "runs", "service", "crowd", "changes", "archive"] as const;
type Part = (typeof PARTS)[number];
/** An archive of ten years takes minutes. */
const UNASKED = PARTS.filter((part) => part !== "archive");

const HELP = `npm run bench                   measures and prints one table; takes about two minutes
npm run bench -- --only crowd   one part of it, or several: ${PARTS.join(", ")}; archive only when named
npm run bench -- --json FILE    writes the figures to a file as well`;

// A server of ours must not outlive this process.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await main();

async function main(): Promise<void> {
  const only = { type: "string", multiple: true } as const;
  const { values } = parseArgs({ options: { json: { type: "string" }, help: { type: "boolean" }, only } });
  const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
  const wanted = (values.only ?? UNASKED).filter(isPart);
  if (values.help === true || wanted.length < (values.only ?? UNASKED).length) {
    console.log(HELP);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const isWanted = (part: Part): boolean => wanted.includes(part);
  const read = await readRulebook(HOUSE_CONFIG, console.error);
  const rules = await readActivityRules(HOUSE_CONFIG);
  if (!read.ok || !rules.ok) {
    for (const sentence of [...(read.ok ? [] : read.error), ...(rules.ok ? [] : rules.error)])
      console.error(sentence);
    process.exitCode = 1;
    return;
  }
  const { rulebook } = read.value;
  const load = [nowLoad()];
  const plans = isWanted("plans") ? generateFigures(rulebook) : [];
  const runs = isWanted("runs") ? activityFigures(rulebook, rules.value) : [];
  const bodies = wishBodies(rulebook);
  const service = isWanted("service") ? await serviceFigures(bodies) : undefined;
  const asksMany = isWanted("crowd") || isWanted("changes");
  const crowd = asksMany ? await crowdFigures(bodies, isWanted) : [];
  const archive = isWanted("archive") ? await archiveFigures(bodies) : [];
  const figures = [...plans, ...runs, ...(service?.figures ?? []), ...crowd, ...archive];
  const machine = machineOf(service?.postgresql ?? "(not asked)", [...load, nowLoad()]);
  console.log(`${tableOf(figures)}\n\n${machineText(machine)}`);
  if (values.json !== undefined) writeFileSync(values.json, jsonOf(machine, figures));
}

/** Programs that wanted a core during the last minute. */
function nowLoad(): number {
  return loadavg()[0] ?? 0;
}

function jsonOf(machine: Machine, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
  return `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, figures: rows }, null, 2)}\n`;
}
