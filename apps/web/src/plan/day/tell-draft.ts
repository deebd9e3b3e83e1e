import type { CompletionBody } from "@strideiq/contracts";
import type { CalendarDate, Units } from "@strideiq/engine";
import { distanceNumber, formatClock, formatDate, metresPerUnit } from "@strideiq/wording";
import { dayMessages as say } from "../../messages/day.ts";
import type { Told } from "../data/edit.ts";

/** What is typed of a session until it is saved: text as it was written. */
export interface TellDraft {
  readonly state: CompletionBody["state"];
  readonly doneOn: CalendarDate;
  readonly distance: string;
  readonly time: string;
  readonly effort: number | null;
  readonly note: string;
}

export const draftOf = (told: Told | undefined, doneOn: CalendarDate, units: Units): TellDraft => ({
  state: told?.state ?? "done",
  doneOn: (told?.doneOn as CalendarDate | null | undefined) ?? doneOn,
  distance: textOf(told?.metres ?? null, (metres) => distanceNumber(metres, units)),
  time: textOf(told?.seconds ?? null, formatClock),
  effort: told?.effort ?? null,
  note: told?.note ?? "",
});

/** The same with its distance in other units; what is no distance stays as it was typed. */
export function inUnits(draft: TellDraft, from: Units, to: Units): TellDraft {
  const metres = from === to ? null : (readDistance(draft.distance, from) ?? null);
  return metres === null ? draft : { ...draft, distance: distanceNumber(metres, to) };
}

export const isSameDraft = (one: TellDraft, other: TellDraft): boolean =>
  JSON.stringify(one, FIELD_NAMES) === JSON.stringify(other, FIELD_NAMES);

const FIELD_NAMES = ["state", "doneOn", "distance", "time", "effort", "note"] satisfies (keyof TellDraft)[];

const textOf = (value: number | null, format: (value: number) => string): string =>
  value === null ? "" : format(value);

/** Beyond these a person has mistyped; the server has the same bounds. */
const METRES_MAX = 500_000;
const SECONDS_MAX = 259_200;

export interface TellProblems {
  readonly distance?: string;
  readonly time?: string;
  readonly day?: string;
  readonly note?: string;
  /** What belongs to no field of the form. */
  readonly general?: string;
}

const FIELDS: Readonly<Record<string, keyof TellProblems>> = {
  metres: "distance",
  seconds: "time",
  doneOn: "day",
  note: "note",
};

/** Puts messages of the contract, which name fields as they travel, at the fields of the form. */
export function placeProblems(
  errors: readonly { readonly field: string; readonly message: string }[],
): TellProblems {
  const problems: Partial<Record<keyof TellProblems, string>> = {};
  for (const { field, message } of errors) {
    const name = FIELDS[field.split(/[./]/).at(-1) ?? ""] ?? "general";
    problems[name] ??= sentence(message);
  }
  return problems;
}

const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;

/** What is to be sent, or what must be mended first; everything typed stays as it is. */
export function bodyOfDraft(
  draft: TellDraft,
  units: Units,
  today: CalendarDate,
): { readonly body: CompletionBody | null; readonly problems: TellProblems } {
  const note = draft.note.trim() === "" ? null : draft.note.trim();
  if (note !== null && !isKeepable(note)) return { body: null, problems: { note: say.tell.noteUnkept } };
  if (draft.state === "skipped") return { body: { state: "skipped", note }, problems: {} };
  const metres = readDistance(draft.distance, units);
  const seconds = readClock(draft.time);
  const { state, doneOn, effort } = draft;
  const isAhead = doneOn > today;
  if (metres === undefined || seconds === undefined || isAhead) {
    return {
      body: null,
      problems: {
        ...(metres === undefined ? { distance: say.tell.distanceUnreadable } : {}),
        ...(seconds === undefined ? { time: say.tell.timeUnreadable } : {}),
        ...(isAhead ? { day: say.tell.dayAhead(formatDate(today)) } : {}),
      },
    };
  }
  return { body: { state, doneOn, metres, seconds, effort, note }, problems: {} };
}

/** No service keeps a NUL or half of a character; they come along with what is pasted. */
const isKeepable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

/** Metres; null where nothing is written, undefined where it is no distance. */
function readDistance(text: string, units: Units): number | null | undefined {
  const written = text.trim().replace(",", ".");
  if (written === "") return null;
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(written)) return undefined;
  const metres = Math.round(Number(written) * metresPerUnit(units));
  return metres > 0 && metres <= METRES_MAX ? metres : undefined;
}

/** Seconds of `52:30`, `1:45:00` or plain minutes; null where nothing is written. */
function readClock(text: string): number | null | undefined {
  const written = text.trim();
  if (written === "") return null;
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(written) ?? /^()(\d{1,4})()$/.exec(written) ?? [];
  const isRead = /^[\d:]+$/.test(written) && (minutes !== "0" || seconds !== "0" || hours !== "0");
  if (!isRead) return undefined;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total > 0 && total <= SECONDS_MAX ? total : undefined;
}
