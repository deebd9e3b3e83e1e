import { type ExtendedRulebook, judgeByRules } from "@strideiq/catalog";
import type { DocumentProblem } from "@strideiq/contracts";
import { type Certificate, certify, type Plan, type Units, withChoices } from "@strideiq/engine";
import { certificateText, formatLongDate, lawWordsOf, RACE_NAMES, VERDICT_NAMES } from "@strideiq/wording";
import { choiceOf, type Choices, readChoices, strangersIn } from "../choose-option.ts";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { messagesOf, readPlan, type ReadPlan } from "../read-plan.ts";
import { printable, type Terminal } from "../terminal.ts";
import { toJson } from "./plan.ts";

export interface CheckOptions {
  readonly format?: "text" | "json";
  readonly units?: Units;
  readonly choose?: readonly string[];
}

type Checked =
  | { readonly file: string; readonly plan: Plan; readonly certificate: Certificate }
  | { readonly file: string; readonly problems: readonly DocumentProblem[] };

/** `strideiq check`: judges plan documents anew, whatever their own certificate says. */
export async function checkCommand(
  files: readonly string[],
  options: CheckOptions,
  config: string,
  terminal: Terminal,
  read: ReadPlan = readPlan,
): Promise<ExitCode> {
  const rulebook = await readRulebook(config, terminal.note);
  if (!rulebook.ok) {
    rulebook.error.forEach(terminal.complain);
    return EXIT.unreadable;
  }
  const choices = readChoices(options.choose ?? []);
  if (!choices.ok) {
    terminal.complain(choices.error);
    return EXIT.usage;
  }
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checkFile(file, read, choices.value, rulebook.value));
  if (options.format === "json") terminal.out(toJson(checked.map(toDocument)));
  else
    checked.forEach((one, index) => {
      tell(one, index === 0, options, terminal);
    });
  if (options.format !== "json" && checked.length > 1) terminal.out(`\n${summaryOf(checked)}\n`);
  complainOfUnreadable(checked, terminal);
  return worstOf(checked);
}

async function checkFile(
  file: string,
  read: ReadPlan,
  choices: Choices,
  { rulebook, rules }: ExtendedRulebook,
): Promise<Checked> {
  const plan = await read(file);
  if (!plan.ok) return { file, problems: plan.error };
  const strangers = strangersIn(choices, plan.value);
  if (strangers.length > 0)
    return { file, problems: [{ path: "", message: `The plan has no session ${strangers.join(", ")}.` }] };
  const chosen = withChoices(plan.value, choiceOf(choices));
  const judged = judgeByRules({ ...chosen, certificate: certify(chosen, rulebook) }, rules);
  return { file, plan: chosen, certificate: judged.certificate };
}

const isReadable = (checked: Checked): checked is Extract<Checked, { plan: Plan }> => "plan" in checked;

const hasBreach = (checked: Checked): boolean =>
  isReadable(checked) && checked.certificate.laws.some(({ verdict }) => verdict === "breach");

/** How many plans are clean, and how many laws had something to say of each. */
function summaryOf(checked: readonly Checked[]): string {
  const plans = checked.filter(isReadable);
  const clean = plans.filter((plan) => !hasBreach(plan)).length;
  const ran = plans.map(({ certificate }) => certificate.laws.filter(isApplied).length);
  const total = Math.max(0, ...plans.map(({ certificate }) => certificate.laws.length));
  const from = Math.min(...ran);
  const to = Math.max(...ran);
  const laws = from === to ? String(to) : `${String(from)} to ${String(to)}`;
  const line = `${String(clean)} of ${String(checked.length)} clean.`;
  return plans.length === 0 ? line : `${line} ${laws} of ${String(total)} laws apply and ran on each.`;
}

const isApplied = ({ verdict }: Certificate["laws"][number]): boolean => verdict !== "not_applicable";

function tell(checked: Checked, first: boolean, options: CheckOptions, terminal: Terminal): void {
  if (!isReadable(checked)) return;
  const { certificate, file, plan } = checked;
  const units = options.units ?? plan.request.units;
  const weeks = `${String(plan.weeks.length)} weeks`;
  const title = `${printable(file)}: ${RACE_NAMES[plan.distance]}, ${formatLongDate(plan.raceDate)}, ${weeks}`;
  const { colour, width } = terminal;
  const lines = [
    title,
    certificateText(certificate, { units, colour, width }),
    ...differences(plan, certificate),
  ];
  terminal.out(`${first ? "" : "\n"}${lines.join("\n")}\n`);
}

/** A plan that was edited by hand keeps its old certificate; readers of the file should know. */
function differences(plan: Plan, certificate: Certificate): readonly string[] {
  const own = new Map(plan.certificate.laws.map(({ id, verdict }) => [id, verdict]));
  return certificate.laws.flatMap(({ id, verdict }) => {
    const said = own.get(id);
    // Laws of change need the plan before, which no file holds.
    if (said === verdict || (plan.changes !== undefined && id.startsWith("C"))) return [];
    const claim = said === undefined ? "does not mention it" : `says ${VERDICT_NAMES[said]}`;
    return [
      `The file's own certificate ${claim}: ${id} ${lawWordsOf(id)?.name ?? ""} is ${VERDICT_NAMES[verdict]}.`,
    ];
  });
}

function complainOfUnreadable(checked: readonly Checked[], terminal: Terminal): void {
  for (const one of checked)
    if (!isReadable(one))
      for (const message of messagesOf(one.problems)) terminal.complain(`${one.file}: ${message}`);
}

const toDocument = (checked: Checked): unknown =>
  isReadable(checked)
    ? {
        file: checked.file,
        verdict: hasBreach(checked) ? "breach" : "pass",
        certificate: checked.certificate,
      }
    : { file: checked.file, verdict: "unreadable", problems: checked.problems };

function worstOf(checked: readonly Checked[]): ExitCode {
  if (!checked.every(isReadable)) return EXIT.unreadable;
  return checked.some(hasBreach) ? EXIT.breach : EXIT.done;
}
