import { type CalendarDate, explainDay, type ExplainedDay, type Plan, type Units } from "@strideiq/engine";
import { dayText, formatDate } from "@strideiq/wording";
import { dateOf } from "../change-options.ts";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { messagesOf, readPlan, type ReadPlan } from "../read-plan.ts";
import type { Terminal } from "../terminal.ts";
import { toJson } from "./plan.ts";

export interface ExplainOptions {
  readonly date: string;
  readonly format?: "text" | "json";
  readonly units?: Units;
}

/** `strideiq explain`: why a day of a plan is as it is. */
export async function explainCommand(
  file: string,
  options: ExplainOptions,
  config: string,
  terminal: Terminal,
  read: ReadPlan = readPlan,
): Promise<ExitCode> {
  const faults: string[] = [];
  const date = dateOf("--date", options.date, (option, sentence) => {
    faults.push(`${option}: ${sentence}`);
    return null;
  });
  if (date === null) return tell(faults, EXIT.usage, terminal);
  const rulebook = await readRulebook(config, terminal.note);
  if (!rulebook.ok) return tell(rulebook.error, EXIT.unreadable, terminal);
  const plan = await read(file);
  if (!plan.ok)
    return tell(
      messagesOf(plan.error).map((message) => `${file}: ${message}`),
      EXIT.unreadable,
      terminal,
    );
  const explained = explainDay(plan.value, date, rulebook.value.rulebook);
  if (explained === null) return tell([outside(date, plan.value)], EXIT.usage, terminal);
  terminal.out(render(explained, plan.value, options, terminal));
  return EXIT.done;
}

function tell(sentences: readonly string[], code: ExitCode, terminal: Terminal): ExitCode {
  sentences.forEach(terminal.complain);
  return code;
}

/** Where the plan begins and ends, for a day that it does not hold. */
function outside(date: CalendarDate, { weeks }: Plan): string {
  const days = weeks.flatMap((week) => week.days.map((day) => day.date));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "--date: the plan holds no days.";
  const where = date < first ? "before the plan" : date > last ? "after the plan" : "in no week of the plan";
  return `--date: ${date} is ${where}, which goes from ${formatDate(first)} ${first.slice(0, 4)} to ${formatDate(last)} ${last.slice(0, 4)}.`;
}

function render(explained: ExplainedDay, plan: Plan, options: ExplainOptions, terminal: Terminal): string {
  if (options.format === "json") return toJson(documentOf(explained));
  const { colour, width } = terminal;
  return dayText(explained, { units: options.units ?? plan.request.units, colour, width });
}

/** The day without the plan around it. */
const documentOf = ({ comparisons, day, daysToRace, phase, rest, week }: ExplainedDay): unknown => ({
  date: day.date,
  daysToRace,
  sessions: day.sessions,
  rest,
  comparisons,
  week: {
    week: week.week,
    phase: week.phase,
    kind: week.kind,
    targetMetres: week.targetMetres,
    why: week.why,
  },
  phase,
});
