import { judgeByRules } from "@strideiq/catalog";
import { parseDone } from "@strideiq/contracts";
import {
  type CalendarDate,
  type ChangeRefusal,
  type DiffEntry,
  type Done,
  err,
  ok,
  type Plan,
  printPlan,
  replan,
  type Result,
  type Units,
} from "@strideiq/engine";
import {
  certificateLine,
  explainChangeProblem,
  explainChangeRefusal,
  explainDiffEntry,
  planText,
} from "@strideiq/wording";
import { type Asked, changedWishOf, type ChangeOptions, dateOf } from "../change-options.ts";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { askedUnwell, type UnwellDays, unwellDaysOf } from "../health-options.ts";
import { messagesOf, readJson, readPlan } from "../read-plan.ts";
import { PAGE_WIDTH, type Terminal } from "../terminal.ts";
import type { Complain } from "../wish-options.ts";
import { writeWhole } from "../write-file.ts";
import { tellAll, toJson } from "./plan.ts";

export interface ReplanOptions extends ChangeOptions {
  readonly from?: string;
  readonly format?: "text" | "json" | "notation";
  readonly out?: string;
  readonly units?: Units;
}

/** `strideiq replan`: a plan after a change, its past untouched. */
export async function replanCommand(
  file: string,
  options: ReplanOptions,
  config: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = await readRulebook(config, terminal.note);
  if (!read.ok) return tellAll(read.error, terminal, EXIT.unreadable);
  const { rulebook, rules } = read.value;
  const faults: string[] = [];
  const from = fromOf(options, (option, sentence) => {
    faults.push(`${option}: ${sentence}`);
    return null;
  });
  if (from === null) return tellAll(faults, terminal, EXIT.usage);
  const asked = await readAsked(options);
  if (!asked.ok) return tellAll(asked.error.sentences, terminal, asked.error.code);
  const plan = await readPlan(file);
  if (!plan.ok) return tellAll(prefixed(file, messagesOf(plan.error)), terminal, EXIT.unreadable);
  const { done, wish } = withUnwellDays(asked.value, plan.value, from);
  const changed = replan(plan.value, from, done, wish, rulebook);
  const units = options.units ?? plan.value.request.units;
  if (changed.ok)
    return handOutChanged(
      judgeByRules(changed.value.plan, rules),
      changed.value.diff.sessions,
      units,
      options,
      terminal,
    );
  return changed.error.type === "ChangeProblem"
    ? tellAll([explainChangeProblem(changed.error)], terminal, EXIT.usage)
    : refuse(changed.error, units, options, terminal);
}

const fromOf = ({ from }: ReplanOptions, complain: Complain): CalendarDate | null =>
  from === undefined
    ? complain("--from", "is missing. Say from which day on the plan may change, such as 2027-01-11.")
    : dateOf("--from", from, complain);

/** What was asked before the plan is known: which of its runs days in bed have cost. */
interface AskedOfAnyPlan extends Asked {
  readonly unwell: UnwellDays | null;
}

export const withUnwellDays = (
  { unwell, ...asked }: AskedOfAnyPlan,
  plan: Plan,
  from: CalendarDate,
): Asked => (unwell === null ? asked : askedUnwell(asked, unwell, plan, from));

interface NotAsked {
  readonly sentences: readonly string[];
  readonly code: ExitCode;
}

/** What shall change, and what was run so far. */
export async function readAsked(options: ReplanOptions): Promise<Result<AskedOfAnyPlan, NotAsked>> {
  const faults: string[] = [];
  const complain: Complain = (option, sentence) => {
    faults.push(`${option}: ${sentence}`);
    return null;
  };
  const wish = changedWishOf(options, complain);
  const unwell = unwellDaysOf(options, complain);
  if (wish === null || faults.length > 0) return err({ sentences: faults, code: EXIT.usage });
  const done = await readDone(options.done);
  return done.ok
    ? ok({ wish, unwell, done: done.value })
    : err({ sentences: done.error, code: EXIT.unreadable });
}

async function readDone(file: string | undefined): Promise<Result<Done | null, readonly string[]>> {
  if (file === undefined) return { ok: true, value: null };
  const json = await readJson(file, "Give what was done as JSON, as docs/schema/README.md shows.");
  const done = json.ok ? parseDone(json.value) : json;
  return done.ok ? done : { ok: false, error: prefixed(file, messagesOf(done.error)) };
}

const prefixed = (file: string, messages: readonly string[]): readonly string[] =>
  messages.map((message) => `${file}: ${message}`);

/** What changed comes first, in words, wherever a person reads it. */
export async function handOutChanged(
  plan: Plan,
  diff: readonly DiffEntry[],
  units: Units,
  options: ReplanOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = options;
  const format = options.format ?? (out?.toLowerCase().endsWith(".json") === true ? "json" : "text");
  if (out === undefined) {
    // The page below ends with the certificate.
    terminal.out(format === "text" ? `${whatChanges(diff, units)}\n\n` : "");
    terminal.out(render(plan, units, format, terminal));
    return EXIT.done;
  }
  const fault = await writeWhole(out, render(plan, units, format, { width: PAGE_WIDTH, colour: false }));
  if (fault !== null) return tellAll([fault], terminal, EXIT.unreadable);
  terminal.out(`${inWords(plan, diff, units)}Wrote ${out}\n`);
  return EXIT.done;
}

const inWords = ({ certificate }: Plan, diff: readonly DiffEntry[], units: Units): string =>
  `${whatChanges(diff, units)}\n${certificateLine(certificate)}\n`;

function whatChanges(diff: readonly DiffEntry[], units: Units): string {
  const lines = diff.map((entry) => explainDiffEntry(entry, units));
  const head = lines.length === 0 ? "Nothing changes." : `What changes (${String(lines.length)}):`;
  return [head, ...lines.map((line) => `  ${line}`)].join("\n");
}

function render(
  plan: Plan,
  units: Units,
  format: NonNullable<ReplanOptions["format"]>,
  { width, colour }: Pick<Terminal, "width" | "colour">,
): string {
  if (format === "json") return toJson(plan);
  return format === "notation" ? printPlan(plan) : planText(plan, { units, width, colour });
}

/** The reason goes to the error stream; the plan of the nearest change is printed, and never written. */
function refuse(refusal: ChangeRefusal, units: Units, options: ReplanOptions, terminal: Terminal): ExitCode {
  const { instead, reason } = explainChangeRefusal(refusal, units);
  tellAll([reason, instead], terminal, EXIT.refused);
  if (options.out !== undefined) terminal.complain(`${options.out} was not written.`);
  const { law, limit, measured, nearest } = refusal;
  if (options.format === "json") {
    const refused = { law, measured, limit, reason, instead, wish: nearest?.wish ?? null };
    terminal.out(toJson({ refused, nearest: nearest?.plan ?? null }));
  } else if (nearest !== null) terminal.out(inWords(nearest.plan, nearest.diff.sessions, units));
  return EXIT.refused;
}
