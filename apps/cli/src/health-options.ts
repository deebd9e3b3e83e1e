import type { CalendarDate, Done, Plan } from "@strideiq/engine";
import { type Asked, type ChangeOptions, rangeOf } from "./change-options.ts";
import type { Complain } from "./wish-options.ts";

/** The days on which somebody was ill or in pain, the first and the last among them. */
export interface UnwellDays {
  readonly kind: "illness" | "pain";
  readonly first: CalendarDate;
  /** Null where only the first day was told: it goes on. */
  readonly last: CalendarDate | null;
}

const HEALTH_KINDS = { ill: "illness", injured: "pain" } as const;

/** Null where nothing was told, or what was told was complained about. */
export function unwellDaysOf(options: ChangeOptions, complain: Complain): UnwellDays | null {
  if (options.ill !== undefined && options.injured !== undefined)
    return complain("replan", "Tell of --ill or of --injured, one at a time.");
  const name = options.ill === undefined ? "injured" : "ill";
  const text = options[name];
  const range = text === undefined ? null : rangeOf(`--${name}`, text, complain);
  if (range === null) return null;
  return { kind: HEALTH_KINDS[name], first: range.first, last: text?.includes("..") ? range.last : null };
}

const NOTHING_DONE: Done = { sessions: [], extra: [], health: null, evidence: [] };

/**
 * What was asked, with the days on which the athlete was not well: runs before `from` were not run, unless a report
 * says otherwise, and days from then on are a break.
 * @param from the first day that may change
 */
export function askedUnwell(
  { done, wish }: Asked,
  { kind, first, last }: UnwellDays,
  { weeks }: Plan,
  from: CalendarDate,
): Asked {
  const told = done ?? NOTHING_DONE;
  const known = new Set(told.sessions.map(({ session }) => session));
  const lost = weeks
    .flatMap((week) => week.days)
    .filter(({ date }) => date >= first && date <= (last ?? from) && date < from)
    .flatMap(({ sessions }) => sessions)
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ session: id, status: "skipped" }) as const);
  const begun = first < from ? from : first;
  return {
    done: { ...told, sessions: [...told.sessions, ...lost], health: { kind, date: first } },
    wish:
      wish.kind === "adapt" && last !== null && last >= from ? { kind: "pause", first: begun, last } : wish,
  };
}
