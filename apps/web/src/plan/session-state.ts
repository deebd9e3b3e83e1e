import type { CalendarDate, Plan } from "@strideiq/engine";
import type { Told } from "./data/edit.ts";

/**
 * What became of a session: shape and words say it on the calendar. Of what was found among the runs it says how well
 * it went; `off` is another run than was planned.
 */
export type SessionState =
  "ahead" | "done" | "nailed" | "close" | "off" | "partly_done" | "skipped" | "asked" | "untold" | "missed";

/** What the plan beside the runs says of a session. */
export interface Judgement {
  /** False until it has come: then a day without a word is not known to be missed. */
  readonly isKnown: boolean;
  readonly isAsked: boolean;
  readonly score: "nailed" | "close" | "missed" | null;
}

const SCORED = { nailed: "nailed", close: "close", missed: "off" } as const;

/** A session whose day has closed without a run or a word is missed, once it is known that there was none. */
export function stateOf(
  date: CalendarDate,
  told: Told | undefined,
  today: CalendarDate,
  judged?: Judgement,
): SessionState {
  if (told?.state === "done" && judged !== undefined && judged.score !== null) return SCORED[judged.score];
  if (told !== undefined) return told.state;
  if (judged?.isAsked === true) return "asked";
  if (date >= today) return "ahead";
  return judged?.isKnown === true ? "missed" : "untold";
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
