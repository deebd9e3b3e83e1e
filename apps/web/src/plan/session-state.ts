import type { CalendarDate, Plan } from "@strideiq/engine";
import type { Told } from "./data/edit.ts";

/** What became of a session: shape says it on the calendar, words say it when read aloud. */
export type SessionState = "ahead" | "done" | "partly_done" | "skipped" | "asked" | "untold";

/** A day that has passed without a word is neither done nor skipped: it is not known. */
export function stateOf(
  date: CalendarDate,
  told: Told | undefined,
  today: CalendarDate,
  isAsked = false,
): SessionState {
  if (told !== undefined) return told.state;
  if (isAsked) return "asked";
  return date < today ? "untold" : "ahead";
}

/** What counts as run of a session: what was measured, or the plan's own distance where it was done as planned. */
export function metresDone(told: Told | undefined, plannedMetres: number): number {
  if (told === undefined || told.state === "skipped") return 0;
  return told.metres ?? (told.state === "done" ? plannedMetres : 0);
}

export function secondsDone(told: Told | undefined, plannedSeconds: number): number {
  if (told === undefined || told.state === "skipped") return 0;
  return told.seconds ?? (told.state === "done" ? plannedSeconds : 0);
}

/** The days that sessions were moved from by the athlete, by session. */
export const movedFrom = ({ changes = [] }: Plan): ReadonlyMap<string, CalendarDate> =>
  new Map(
    changes.flatMap(({ wish, movedFrom: from }) =>
      wish.kind === "move" && from !== null ? [[wish.session, from] as const] : [],
    ),
  );
