import { judgeByRules } from "@strideiq/catalog";
import {
  checkRequest,
  generatePlan,
  type Plan,
  type PlanRequest,
  printPlan,
  type Refusal,
  type Units,
} from "@strideiq/engine";
import { explainRefusal, explainRequestProblem, planText } from "@strideiq/wording";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { PAGE_WIDTH, type Terminal } from "../terminal.ts";
import { readWish } from "../wish.ts";
import { optionOf, type WishOptions } from "../wish-options.ts";
import { writeWhole } from "../write-file.ts";

export interface PlanOptions extends WishOptions {
  readonly format?: Format;
  readonly out?: string;
}

type Format = "text" | "json" | "notation";

/** `strideiq plan`: one wish, one plan. */
export async function planCommand(
  options: PlanOptions,
  config: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = await readRulebook(config, terminal.note);
  if (!read.ok) return tellAll(read.error, terminal, EXIT.unreadable);
  const { rulebook, rules } = read.value;
  const { faults, request } = readWish(options, rulebook.standardPlans);
  if (request === null) return tellAll(faults, terminal, EXIT.usage);
  const checked = checkRequest(request, rulebook);
  if (!checked.ok) {
    const problems = checked.error.map((problem) => explainRequestProblem(problem, request.units));
    return tellAll(sayWithOptions(problems, options), terminal, EXIT.usage);
  }
  const plan = generatePlan(checked.value, rulebook);
  return plan.ok
    ? handOut(judgeByRules(plan.value, rules), request.units, options, terminal)
    : refuse(plan.error, request, options, terminal);
}

/** A race date that was reckoned from `--weeks` is no fault of its own. */
export function sayWithOptions(
  problems: readonly { readonly field: string; readonly message: string }[],
  options: PlanOptions,
): readonly string[] {
  const reckoned = options.on === undefined && problems.some(({ field }) => field === "weeks");
  return problems
    .filter(({ field }) => !(reckoned && field === "raceDate"))
    .map(({ field, message }) => `${optionOf(field, options)}: ${message}`);
}

export function tellAll(sentences: readonly string[], terminal: Terminal, code: ExitCode): ExitCode {
  sentences.forEach(terminal.complain);
  return code;
}

/** Prints a plan, or writes it where `--out` says. */
export async function handOut(
  plan: Plan,
  units: Units,
  options: Pick<PlanOptions, "format" | "out">,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = options;
  if (out === undefined) {
    terminal.out(render(plan, units, formatOf(options), terminal));
    return EXIT.done;
  }
  const page = { width: PAGE_WIDTH, colour: false };
  const fault = await writeWhole(out, render(plan, units, formatOf(options), page));
  if (fault !== null) return tellAll([fault], terminal, EXIT.unreadable);
  terminal.out(`Wrote ${out}\n`);
  return EXIT.done;
}

const refuse = (
  refusal: Refusal,
  { units }: PlanRequest,
  options: PlanOptions,
  terminal: Terminal,
): ExitCode =>
  tellRefusal(
    { ...refusal, ...explainRefusal(refusal, units), nearest: refusal.nearest?.plan ?? null },
    units,
    options,
    terminal,
  );

interface ToldRefusal {
  readonly law: string;
  readonly field: string;
  readonly measured: number | null;
  readonly limit: number | null;
  readonly reason: string;
  readonly instead: string;
  readonly nearest: Plan | null;
}

/** The reason goes to the error stream, so that what is piped on is still a plan, or JSON. */
export function tellRefusal(
  { law, field, measured, limit, reason, instead, nearest }: ToldRefusal,
  units: Units,
  options: PlanOptions,
  terminal: Terminal,
): ExitCode {
  tellAll([reason, instead], terminal, EXIT.refused);
  if (options.out !== undefined) terminal.complain(`${options.out} was not written.`);
  if (formatOf(options) === "json") {
    const refused = { law, field, measured, limit, reason, instead };
    terminal.out(toJson({ refused, nearest }));
  } else if (nearest !== null) terminal.out(render(nearest, units, formatOf(options), terminal));
  return EXIT.refused;
}

type Page = Pick<Terminal, "width" | "colour">;

const pageOf = ({ colour, width }: Page): Page => ({ colour, width });

const formatOf = ({ format, out }: Pick<PlanOptions, "format" | "out">): Format =>
  format ?? (out?.toLowerCase().endsWith(".json") === true ? "json" : "text");

function render(plan: Plan, units: Units, format: Format, page: Page): string {
  switch (format) {
    case "json":
      return toJson(plan);
    case "notation":
      return printPlan(plan);
    case "text":
      return planText(plan, { units, ...pageOf(page) });
  }
}

/** JSON for people and machines: indented, with a line break at its end. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
