import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type DocumentProblem, parsePlanDocument } from "@strideiq/contracts";
import {
  type Certificate,
  certify,
  err,
  ok,
  type Plan,
  type Result,
  type Rulebook,
  type Units,
} from "@strideiq/engine";
import { certificateText, formatLongDate, lawWordsOf, RACE_NAMES, VERDICT_NAMES } from "@strideiq/wording";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { printable, type Terminal } from "../terminal.ts";
import { fileFault } from "../write-file.ts";
import { toJson } from "./plan.ts";

export interface CheckOptions {
  readonly format?: "text" | "json";
  readonly units?: Units;
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
): Promise<ExitCode> {
  const rulebook = await readRulebook(config);
  if (!rulebook.ok) {
    rulebook.error.forEach(terminal.complain);
    return EXIT.unreadable;
  }
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checkFile(file, rulebook.value));
  if (options.format === "json") terminal.out(toJson(checked.map(toDocument)));
  else
    checked.forEach((one, index) => {
      tell(one, index === 0, options, terminal);
    });
  complainOfUnreadable(checked, terminal);
  return worstOf(checked);
}

async function checkFile(file: string, rulebook: Rulebook): Promise<Checked> {
  const plan = await readPlan(file);
  if (!plan.ok) return { file, problems: plan.error };
  return { file, plan: plan.value, certificate: certify(plan.value, rulebook) };
}

async function readPlan(file: string): Promise<Result<Plan, readonly DocumentProblem[]>> {
  const content = await readContent(file);
  if (!content.ok) return content;
  const json = parseJson(content.value);
  return json.ok ? parsePlanDocument(json.value) : json;
}

const problem = (message: string): readonly DocumentProblem[] => [{ path: "", message }];

async function readContent(file: string): Promise<Result<string, readonly DocumentProblem[]>> {
  try {
    return ok(file === "-" ? await text(process.stdin) : await readFile(file, "utf8"));
  } catch (error) {
    return err(problem(`The file could not be read: ${fileFault(error)}.`));
  }
}

function parseJson(content: string): Result<unknown, readonly DocumentProblem[]> {
  try {
    const json: unknown = JSON.parse(content);
    return ok(json);
  } catch (error) {
    const place = error instanceof Error ? /\(line \d+ column \d+\)/.exec(error.message)?.[0] : undefined;
    const where = place === undefined ? "" : ` ${place}`;
    return err(problem(`This is not JSON${where}. Give a plan as written by strideiq plan --format json.`));
  }
}

const isReadable = (checked: Checked): checked is Extract<Checked, { plan: Plan }> => "plan" in checked;

const hasBreach = (checked: Checked): boolean =>
  isReadable(checked) && checked.certificate.laws.some(({ verdict }) => verdict === "breach");

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
    if (said === verdict) return [];
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

const TOLD_MAX = 8;

/** A file that is no plan at all needs one sentence, not one for each field that it lacks. */
function messagesOf(problems: readonly DocumentProblem[]): readonly string[] {
  const schema = problems.find(({ path }) => path === "schema");
  if (schema !== undefined) return [`This is no plan: ${schema.message}`];
  const told = problems.slice(0, TOLD_MAX).map(({ message }) => message);
  const more = problems.length - told.length;
  return more > 0 ? [...told, `And ${String(more)} more.`] : told;
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
