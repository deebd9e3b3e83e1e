import type { CalendarDate, Done, Plan, SessionDone } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";
import type { TalesBySession } from "../data/edit.ts";
import { datedSessions } from "../plan-view.ts";
import { metresDone, secondsDone } from "../session-state.ts";
import { isLostTo, type Spell } from "./spell.ts";
import type { Wanted } from "./wanted.ts";

/**
 * What was told of the days behind, and no earlier change has heard of; null where there is nothing to tell. Runs of
 * days of illness or pain of which nothing was told were not run.
 */
export function toldDone(
  plan: Plan,
  tales: TalesBySession,
  today: CalendarDate,
  spell: Spell | null = null,
): Done | null {
  const reported = new Set(
    (plan.changes ?? []).flatMap(({ done }) => (done?.sessions ?? []).map(({ session }) => session)),
  );
  const sessions = datedSessions(plan).flatMap(({ session, day }): readonly SessionDone[] => {
    const told = tales.get(session.id);
    if (day.date >= today || reported.has(session.id)) return [];
    if (told === undefined && !isLostTo(spell, day.date)) return [];
    if (told === undefined || told.state === "skipped") return [{ session: session.id, status: "skipped" }];
    const { metres, seconds } = chosenOf(session);
    const ran = { metres: metresDone(told, metres), seconds: secondsDone(told, seconds) };
    return [{ session: session.id, status: "done", ...ran }];
  });
  const health = spell === null ? null : { kind: spell.kind, date: spell.first };
  return sessions.length === 0 && health === null ? null : { sessions, extra: [], health, evidence: [] };
}

/** Sessions that a change takes for skipped though nothing was told of them: days of illness or pain. */
export const lostWithout = ({ done }: Wanted, tales: TalesBySession): readonly string[] =>
  (done?.sessions ?? []).flatMap(({ session, status }) =>
    status === "skipped" && !tales.has(session) ? [session] : [],
  );

/** Whether hard sessions rest since pain or illness was told, and were not taken up again. */
export const isResting = ({ changes = [] }: Plan): boolean =>
  changes.findLastIndex(({ done }) => (done?.health ?? null) !== null) >
  changes.findLastIndex(({ wish }) => wish.kind === "resume");
