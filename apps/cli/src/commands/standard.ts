import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type ExtendedRulebook, judgeByRules } from "@strideiq/catalog";
import {
  breachesOf,
  type CalendarDate,
  generatePlan,
  type Plan,
  parseCalendarDate,
  type StandardPlan,
  standardPlanName,
  standardRequest,
  type Units,
} from "@strideiq/engine";
import { certificateLine, explainRefusal, planText, RACE_NAMES, TIER_NAMES } from "@strideiq/wording";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { PAGE_WIDTH, type Terminal } from "../terminal.ts";
import { fileFault, writeWhole } from "../write-file.ts";
import { toJson } from "./plan.ts";

export interface StandardOptions {
  readonly out: string;
  readonly on: string;
  readonly units: Units;
  /** Pages to read beside the documents; without them `strideiq check DIR/*` finds nothing but plans. */
  readonly text?: boolean;
}

/** A Sunday; fixed, so that two runs write the same files. */
export const STANDARD_RACE_DATE = "2027-04-18";

/** `strideiq standard`: every standard plan as JSON, and as text where that is asked for. */
export async function standardCommand(
  options: StandardOptions,
  config: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const { on, out } = options;
  const raceDate = parseCalendarDate(on);
  if (!raceDate.ok) {
    terminal.complain(
      `--on: "${on}" is not a day on the calendar. Write it as YYYY-MM-DD, such as 2027-04-18.`,
    );
    return EXIT.usage;
  }
  const rulebook = await readRulebook(config, terminal.note);
  if (!rulebook.ok) {
    rulebook.error.forEach(terminal.complain);
    return EXIT.unreadable;
  }
  const fault = await makeFolder(out);
  if (fault !== null) {
    terminal.complain(fault);
    return EXIT.unreadable;
  }
  return writeAll(rulebook.value, raceDate.value, options, terminal);
}

async function makeFolder(path: string): Promise<string | null> {
  try {
    await mkdir(path, { recursive: true });
    return null;
  } catch (error) {
    return `The folder ${path} could not be made: ${fileFault(error)}.`;
  }
}

async function writeAll(
  { rulebook, rules }: ExtendedRulebook,
  raceDate: CalendarDate,
  { out, text = false, units }: StandardOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  let worst: ExitCode = EXIT.done;
  for (const standard of rulebook.standardPlans) {
    const made = generatePlan(standardRequest(standard, raceDate, units), rulebook);
    if (!made.ok) {
      const { reason } = explainRefusal(made.error, units);
      terminal.complain(`${nameOf(standard)}: ${reason}`);
      worst = EXIT.refused;
      continue;
    }
    const plan = judgeByRules(made.value, rules);
    const fault = await writePlan(plan, join(out, standardPlanName(standard)), text ? units : null);
    if (fault !== null) {
      terminal.complain(fault);
      return EXIT.unreadable;
    }
    if (breachesOf(plan.certificate).length > 0 && worst === EXIT.done) worst = EXIT.breach;
    terminal.out(`${standardPlanName(standard).padEnd(28)} ${certificateLine(plan.certificate)}\n`);
  }
  return worst;
}

async function writePlan(plan: Plan, path: string, units: Units | null): Promise<string | null> {
  const fault = await writeWhole(`${path}.json`, toJson(plan));
  if (fault !== null || units === null) return fault;
  return writeWhole(`${path}.txt`, planText(plan, { units, width: PAGE_WIDTH, colour: false }));
}

const nameOf = ({ distance, tier, weeks }: StandardPlan): string =>
  `${RACE_NAMES[distance]}, ${String(weeks)} weeks, ${TIER_NAMES[tier].toLowerCase()}`;
