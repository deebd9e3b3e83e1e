import type { PlanRequest, RequestProblem, Units } from "@strideiq/engine";
import { WEEKDAY_NAMES } from "../numbers/format-date.ts";
import { counted } from "./explain-law.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { formatClock, formatMinutes } from "../numbers/format-duration.ts";

type Field = keyof PlanRequest;

export interface ExplainedProblem {
  readonly field: Field;
  /** One or two sentences: what is wrong, and what would be right. */
  readonly message: string;
}

/** How a message names each field, and what a right value looks like. */
const FIELDS: Readonly<Record<Field, { readonly name: string; readonly cure: string }>> = {
  distance: { name: "race", cure: "Choose 5k, 10k, half_marathon or marathon." },
  raceDate: { name: "race date", cure: "Write it as YYYY-MM-DD, such as 2027-04-18." },
  today: { name: "today's date", cure: "Write it as YYYY-MM-DD, such as 2026-11-23." },
  weekStart: { name: "first day of the week", cure: "Choose one of mon, tue, wed, thu, fri, sat, sun." },
  timeZone: { name: "time zone", cure: "Use its IANA name, such as Europe/Berlin." },
  units: { name: "units", cure: "Choose km or mi." },
  daysPerWeek: { name: "run days a week", cure: "Choose a whole number." },
  unavailable: { name: "days off", cure: "Choose from mon, tue, wed, thu, fri, sat, sun, each once." },
  longRunDay: { name: "long-run day", cure: "Choose a weekday that is free for running." },
  dayLimits: { name: "day limits", cure: "Give a weekday and its minutes, such as tue and 45." },
  weeklyMetres: { name: "weekly distance", cure: "Give the mean of your last four weeks." },
  longestMetres: { name: "longest run", cure: "Give the longest run of your last 30 days." },
  result: { name: "race result", cure: "Check distance and time, hours included, such as 1:38:20." },
  age: { name: "age", cure: "Give it in years, or leave it out." },
  history: { name: "training history", cure: "Give distance, longest run and runs of each week." },
  tier: { name: "volume tier", cure: "Choose builder, low, mid, high or elite." },
  weeks: { name: "plan length", cure: "Give it in whole weeks." },
  easyOnly: { name: "wish for easy running only", cure: "Say true, or leave it out." },
};

/** A field that makes no sense, by its name, with the value that was read and the cure. */
export function explainRequestProblem(problem: RequestProblem, units: Units): ExplainedProblem {
  const { cure } = FIELDS[problem.field];
  const name = nameOf(problem);
  const range = rangeOf(problem, units);
  return { field: problem.field, message: `${faultOf(problem, name, units)} ${range === "" ? cure : range}` };
}

function nameOf({ day, field, part }: RequestProblem): string {
  if (field === "dayLimits" && day !== undefined) return `limit of ${WEEKDAY_NAMES[day]}`;
  return part === "metres" ? "distance of the race result" : FIELDS[field].name;
}

function faultOf(problem: RequestProblem, name: string, units: Units): string {
  const value = valueOf(problem, problem.value, units);
  switch (problem.problem) {
    case "unknown_value":
      return `The ${name} ${value} is not known.`;
    case "not_a_date":
      return `The ${name} ${value} is not a day on the calendar.`;
    case "in_the_past":
      return `The ${name} ${value} has passed.`;
    case "today":
      return `The ${name} ${value} is today, which leaves no day to train.`;
    case "out_of_range":
      if (isSlowResult(problem))
        return `The ${name} ${value} is slower than paces can be told from (at most ${valueOf(problem, problem.max ?? 0, units)}, rule: Running Performance Index).`;
      if (problem.field === "weeks" && isWhole(problem.value))
        return `A plan of ${counted(problem.value, "week")} cannot be made (rule: weeks before the race).`;
      return `The ${name} ${value} is out of range.`;
    case "not_a_number":
      return `The ${name} ${value} is not a number.`;
    case "faster_than_world_record":
      return recordOf(problem, name, value);
    case "contradiction":
      return contradictionOf(problem, name, value);
  }
}

const isSlowResult = ({ field, max, part, value }: RequestProblem): boolean =>
  field === "result" && part === "seconds" && max !== undefined && typeof value === "number" && value > max;

const isWhole = (value: RequestProblem["value"]): value is number =>
  Number.isInteger(value) && Number(value) > 0;

/** The record as it stands in the lists: hundredths are left out, never rounded up. */
function recordOf({ min }: RequestProblem, name: string, value: string): string {
  const record = min === undefined ? "" : ` of ${formatClock(Math.floor(min))}`;
  return `The ${name} ${value} is faster than the world record${record}.`;
}

/** Two fields that cannot both hold; the limits, where given, say what the other one leaves. */
function contradictionOf(
  { field, max, min, value: given }: RequestProblem,
  name: string,
  value: string,
): string {
  if (field === "daysPerWeek" && max !== undefined)
    return `${value} run days a week do not fit: your days off leave ${String(max)}.`;
  if (field === "longRunDay") return `The long run cannot be on ${value}: that day is off.`;
  if (field === "longestMetres")
    return typeof given === "number" && given < (min ?? 0)
      ? `The ${name} ${value} is shorter than the mean run of such a week.`
      : `The ${name} ${value} is longer than all running of its month.`;
  return `The ${name} ${value} contradicts another field.`;
}

function rangeOf(request: RequestProblem, units: Units): string {
  const { field, max, min, problem } = request;
  if (field === "raceDate" && problem === "out_of_range") return "Choose a day within the next five years.";
  if (problem === "faster_than_world_record") return "";
  if (isSlowResult(request)) return "Leave it out, and the plan goes by effort.";
  if (field === "weeks" && isWhole(request.value) && min !== undefined && max !== undefined)
    return `Choose between ${String(min)} and ${String(max)}; the nearest is ${String(request.value < min ? min : max)}.`;
  if (problem === "in_the_past" || problem === "today") return "Choose a later day.";
  if (problem === "contradiction" && field === "daysPerWeek")
    return "Ask for fewer run days, or free another day.";
  if (min === undefined && max === undefined) return "";
  const say = (value: number): string => valueOf(request, value, units);
  if (min !== undefined && max !== undefined) return `Choose between ${say(min)} and ${say(max)}.`;
  return min === undefined ? `It is at most ${say(max ?? 0)}.` : `It is at least ${say(min)}.`;
}

function valueOf({ field, part }: RequestProblem, value: RequestProblem["value"], units: Units): string {
  if (value === null) return "(none)";
  if (typeof value === "string") return `"${value}"`;
  if (!Number.isFinite(value)) return String(value);
  if (field === "weeklyMetres" || field === "longestMetres" || part === "metres")
    return formatDistance(value, units);
  if (field === "dayLimits") return formatMinutes(value);
  return field === "result" ? formatClock(Math.ceil(value)) : String(value);
}
