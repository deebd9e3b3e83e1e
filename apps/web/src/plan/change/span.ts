import { type CalendarDate, parseCalendarDate } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { changeMessages as say } from "../../messages/changes.ts";

/** The day of a date field; null while it is none. */
export const dateOf = (text: string): CalendarDate | null => {
  const parsed = parseCalendarDate(text);
  return parsed.ok ? parsed.value : null;
};

/** The days that a change may touch: from today to the day before the race. */
export interface OpenDays {
  readonly today: CalendarDate;
  readonly race: CalendarDate;
}

/** Two days in order, from today to the day before the race, or what is wrong with them. */
export function spanOf(
  from: string,
  to: string,
  { today, race }: OpenDays,
): { readonly first: CalendarDate; readonly last: CalendarDate } | { readonly problem: string } {
  const [first, last] = [dateOf(from), dateOf(to === "" ? from : to)];
  if (first === null || last === null) return { problem: say.dayMissing };
  if (last < first) return { problem: say.orderWrong };
  if (first < today) return { problem: say.dayBehind(formatDate(today)) };
  return last >= race ? { problem: say.dayOfRace(formatDate(race)) } : { first, last };
}
