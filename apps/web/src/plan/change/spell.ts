import type { CalendarDate, ChangedWish } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { changeMessages as say } from "../../messages/changes.ts";
import type { ToldKind } from "../day-notes.ts";
import { dateOf, type OpenDays } from "./span.ts";

/** Illness or pain as its runner tells of it. */
export interface Spell {
  readonly kind: ToldKind;
  readonly first: CalendarDate;
  /** The last day without running; null where nobody knows yet. */
  readonly last: CalendarDate | null;
}

/** A spell that has begun and ends before the race, or what is wrong with its days. */
export function spellOf(
  kind: Spell["kind"],
  since: string,
  until: string,
  { today, race }: OpenDays,
): Spell | { readonly problem: string } {
  const [first, last] = [dateOf(since), until === "" ? null : dateOf(until)];
  if (first === null || (until !== "" && last === null)) return { problem: say.dayMissing };
  if (first > today) return { problem: say.dayAhead(formatDate(today)) };
  if (last !== null && last < first) return { problem: say.orderWrong };
  return last !== null && last >= race ? { problem: say.dayOfRace(formatDate(race)) } : { kind, first, last };
}

/** What it asks of the plan: a pause for the days that are known to be lost, else hard sessions rest. */
export const wishOf = ({ last }: Spell, today: CalendarDate): ChangedWish =>
  last === null || last < today ? { kind: "adapt" } : { kind: "pause", first: today, last };

/** Whether a run of this day was lost to it, unless something else was told of it. */
export const isLostTo = (spell: Spell | null, date: CalendarDate): boolean =>
  spell !== null && date >= spell.first && (spell.last === null || date <= spell.last);
