import {
  type ChangeProblem,
  type ChangeRefusal,
  type DiffEntry,
  type Nearest,
  parseCalendarDate,
  type Units,
} from "@strideiq/engine";
import { measureOf } from "../names/law-measures.ts";
import { becauseOf, lawWordsOf } from "../names/law-words.ts";
import { formatDate, formatLongDate, WEEKDAY_NAMES } from "../numbers/format-date.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { besideEachOther, counted, listWords } from "./explain-law.ts";

/** A changed wish as the part of a sentence that follows "to": `move the long run to Sun 18 Apr`. */
function describeChange({ wish, diff }: Nearest): string {
  switch (wish.kind) {
    case "move": {
      const moved = diff.sessions.find(({ sessionId }) => sessionId === wish.session);
      const what = moved === undefined ? "the session" : `"${moved.title}"`;
      return `move ${what} to ${formatDate(wish.to)}${makingRoom(wish)}`;
    }
    case "swap":
      return `swap ${formatDate(wish.days[0])} and ${formatDate(wish.days[1])}${makingRoom(wish)}`;
    case "block_days":
      return `keep ${wish.days.map(formatDate).join(", ")} free`;
    case "pause":
      return `pause from ${formatDate(wish.first)} to ${formatDate(wish.last)}${laterRace(wish)}`;
    case "repeat_week":
      return `run week ${String(wish.week)} again${laterRace(wish)}`;
    case "long_run_day":
      return `run long on ${WEEKDAY_NAMES[wish.weekday]}s`;
    case "race_date":
      return `race on ${formatLongDate(wish.date)}`;
    case "adapt":
      return "adapt the plan to what was run";
    case "resume":
      return "take up hard sessions again";
  }
}

const makingRoom = ({ respace }: { readonly respace?: true }): string =>
  respace === true ? ", with the other runs of the week making room" : "";

const laterRace = (wish: { readonly raceDate?: Parameters<typeof formatLongDate>[0] }): string =>
  wish.raceDate === undefined ? "" : `, with the race on ${formatLongDate(wish.raceDate)}`;

/** One line of what a change did: `Sun 18 Apr  Easy run moves here from Sat 17 Apr`. */
export function explainDiffEntry(entry: DiffEntry, units: Units): string {
  const { fate, fromDate, toDate, title } = entry;
  const on = toDate ?? fromDate;
  const date = on === null ? "" : `${formatDate(on)}  `;
  return `${date}${title} (${entry.sessionId}) ${happened(fate, entry, units)}${reasonOf(entry)}`;
}

function happened(fate: DiffEntry["fate"], entry: DiffEntry, units: Units): string {
  const before = entry.metresBefore === null ? "" : formatDistance(entry.metresBefore, units);
  const after = entry.metresAfter === null ? "" : formatDistance(entry.metresAfter, units);
  const from = entry.fromDate === null ? "" : formatDate(entry.fromDate);
  switch (fate) {
    case "moved":
      return `moves here from ${from}`;
    case "dropped":
      return `is left out, ${before}`;
    case "added":
      return `is new, ${after}`;
    case "changed": {
      const size =
        before === after ? `stays at ${after} and changes inside` : `becomes ${after} in place of ${before}`;
      return entry.fromDate === entry.toDate ? size : `moves here from ${from} and ${size}`;
    }
  }
}

function reasonOf({ reason }: DiffEntry): string {
  switch (reason.cause) {
    case "asked":
      return "";
    case "closed_day":
      return ": its day is closed";
    case "made_room":
      return ": makes room";
    case "law": {
      const because = lawWordsOf(reason.law)?.because;
      return because === undefined ? "" : `: ${because} (law ${reason.law})`;
    }
    case "rebuilt":
      return "";
  }
}

/** Why a change cannot be made as asked, and what can be done instead. */
export interface ExplainedChange {
  readonly reason: string;
  readonly instead: string;
}

export function explainChangeRefusal(refusal: ChangeRefusal, units: Units): ExplainedChange {
  return {
    reason: refusalReason(refusal, units),
    instead:
      refusal.nearest === null || refusal.nearest.diff.sessions.length === 0
        ? "Nothing close to it can be done either: the plan stays as it is."
        : `The nearest that can be done: ${describeChange(refusal.nearest)} (${counted(refusal.nearest.diff.sessions.length, "session")} ${refusal.nearest.diff.sessions.length === 1 ? "changes" : "change"}).`,
  };
}

function refusalReason(refusal: ChangeRefusal, units: Units): string {
  const where = placeOf(refusal);
  return `${where}${lawReason(refusal, units)}`;
}

/** Weeks that a sentence names one by one. */
const WEEKS_NAMED = 3;

/** In which weeks of the plan, where it is one of few of them. */
function placeOf({ law, weeks = [] }: ChangeRefusal): string {
  const [first] = weeks;
  if (law === "horizon" || first === undefined) return "";
  if (weeks.length > WEEKS_NAMED) return `From week ${String(first)} on: `;
  return `${weeks.length === 1 ? "Week" : "Weeks"} ${listWords(weeks.map(String))}: `;
}

function lawReason({ law, limit, measured, quantity, why }: ChangeRefusal, units: Units): string {
  if (law === "horizon") return horizonReason(measured, limit, why);
  const words = lawWordsOf(law);
  const because =
    words === null
      ? `Law ${law} stands against it.`
      : `${begun(becauseOf(words, measured, limit))} (law ${law}).`;
  // Of what may not happen at all "at most 0" is no sentence.
  const isBan = quantity === "count" && limit === 0;
  if (measured === null || limit === null || isBan)
    return why === null ? because : `${begun(why)}. ${because}`;
  const [found, bound] = besideEachOther(measured, limit, quantity, units);
  const side = measured > limit ? "at most" : "at least";
  const measure = measureOf(law, quantity, why ?? undefined);
  const what = measure === "" ? "This" : begun(measure.startsWith("the ") ? measure : `the ${measure}`);
  const told = why === null ? "" : `: ${why}`;
  return `${what} ${MANY.test(measure) ? "come" : "comes"} to ${found}, and ${side} ${bound} is right${told}. ${because}`;
}

/** Measures that count more than one thing. */
const MANY = /^(?:hard (?:runs|days)|run days|weeks|kinds|threshold sessions)\b/u;

const begun = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What is left before the race where nothing could be built at all; `why` is told where that is too much. */
function horizonReason(measured: number | null, limit: number | null, why: string | null): string {
  const left =
    measured === null ? "" : `${counted(measured, "whole week")} ${measured === 1 ? "is" : "are"} left`;
  if (measured === null || limit === null) return "There is no time left for this before the race.";
  if (why !== null)
    return `There are ${counted(measured, "week")} to this race, and a plan has at most ${String(limit)} (rule: weeks before the race): run a base or train for a nearer race first.`;
  return measured < limit
    ? `There is no time left for this before the race: ${left}, and a plan takes at least ${String(limit)} (rule: weeks before the race).`
    : `The weeks before the race have no place for this: ${left}, with the days that you run on (rule: weeks before the race).`;
}

/** A change that makes no sense, in one sentence. */
export function explainChangeProblem({ field, problem, value }: ChangeProblem): string {
  const given = value === null ? "" : ` ${readable(value)}`;
  const thing = FIELD_NAMES[field];
  switch (problem) {
    case "not_in_the_plan":
      return field === "done"
        ? `What was told is about${given}, which the plan does not hold.`
        : `The plan has no ${thing}${given}.`;
    case "past":
      return `The ${thing}${given} is past; only what lies ahead can change.`;
    case "not_yet":
      return `The ${thing}${given} has not come yet.`;
    case "the_race":
      return `The ${thing}${given} is that of the race itself; give the race another date instead.`;
    case "after_the_race":
      return `The ${thing}${given} is not before the race.`;
    case "before_the_plan":
      return `A change begins on the day the plan was made at the earliest: from${given} on.`;
    case "no_change":
      return `The ${thing}${given} is what the plan has already.`;
    case "out_of_order":
      return `The ${thing}${given} comes before what it should follow.`;
    case "nothing_there":
      return "There is no session on either day.";
    case "out_of_range":
      return `The ${thing}${given} is out of range.`;
    case "nothing_to_resume":
      return "Nothing is suspended.";
    case "unreadable":
      return `The ${thing} cannot be read:${given} is missing or of another kind.`;
  }
}

/** A day as people write it; whatever else was given as it was given. */
function readable(value: string | number): string {
  const date = parseCalendarDate(String(value));
  return date.ok ? formatLongDate(date.value) : String(value);
}

const FIELD_NAMES: Readonly<Record<ChangeProblem["field"], string>> = {
  from: "first day",
  session: "session",
  date: "day",
  week: "week",
  weekday: "weekday",
  done: "report",
  wish: "change",
};
