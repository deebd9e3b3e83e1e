import { weekdayOf } from "../../units/calendar-date.ts";
import type { PlanDay, PlanWeek, Session, SessionOption } from "../plan.ts";
import { printMetres, printSeconds } from "./amounts.ts";
import { printSteps } from "./print-steps.ts";

/** A week in one line, or with a line for each session: easier to read, and a change shows alone. */
export type WeekLayout = "line" | "block";

/**
 * A week: `W7 2027-01-25 build/cutback 51.9km: mon ~6.2km recovery Recovery run: 35min Rec | tue rest`.
 * A star marks quality, `or` an option B, `or chosen` the option B that is run. The distance before a
 * session is a note for the reader, to a tenth of a kilometre; `~` says that it is estimated.
 */
export function printWeek(week: PlanWeek, layout: WeekLayout = "line"): string {
  const entries = week.days.flatMap(entriesOf);
  const header = printHeader(week);
  if (layout === "block") return [header, ...entries.map(blockLine)].join("\n");
  return entries.length === 0 ? header : `${header}: ${entries.map(linePart).join(" | ")}`;
}

function printHeader({ days, kind, phase, targetMetres, week }: PlanWeek): string {
  const [first] = days;
  const begins = first === undefined ? "" : ` ${first.date}`;
  return `W${week}${begins} ${phase}/${kind} ${printMetres(targetMetres)}`;
}

interface Entry {
  readonly label: string;
  readonly note: string;
  readonly text: string;
}

function entriesOf({ date, sessions }: PlanDay): readonly Entry[] {
  const label = weekdayOf(date);
  if (sessions.length === 0) return [{ label, note: "", text: "rest" }];
  return sessions.flatMap((session) => {
    const mark = session.quality ? "*" : "";
    const entry = { label, note: noteOf(session, session), text: printOption(session, mark) };
    return session.optionB === undefined ? [entry] : [entry, optionEntry(session, session.optionB)];
  });
}

const optionEntry = (session: Session, option: SessionOption): Entry => ({
  label: session.chosen === "b" ? "or chosen" : "or",
  note: noteOf(option, session),
  text: printOption(option, ""),
});

/** Sessions without running, such as strength, have no distance to note. */
function noteOf({ metres }: SessionOption, { estimated }: Session): string {
  if (metres === 0 && estimated !== true) return "";
  return `${estimated === true ? "~" : ""}${(metres / 1000).toFixed(1)}km`;
}

function printOption({ kind, seconds, steps, title }: SessionOption, mark: string): string {
  const name = title === "" ? "" : ` ${printTitle(title)}:`;
  return `${kind}${mark}${name} ${steps.length === 0 ? printSeconds(seconds) : printSteps(steps)}`;
}

const PLAIN_TITLE = /^\p{L}[\p{L}\d ()+,./'&×-]*$/u;

const printTitle = (title: string): string =>
  PLAIN_TITLE.test(title) && !title.endsWith(" ") ? title : JSON.stringify(title);

const linePart = ({ label, note, text }: Entry): string => [label, note, text].filter(Boolean).join(" ");

const LABEL_WIDTH = 3;
const NOTE_WIDTH = "~42.2km".length;

const blockLine = ({ label, note, text }: Entry): string =>
  note === ""
    ? `  ${label.padStart(LABEL_WIDTH)} ${text}`
    : `  ${label.padStart(LABEL_WIDTH)} ${note.padStart(NOTE_WIDTH)} ${text}`;
