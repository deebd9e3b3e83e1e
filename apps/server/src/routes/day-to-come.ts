import type { Clock } from "@strideiq/application";
import type { CalendarDate } from "@strideiq/engine";

export const NOT_YET = "This day has not come yet. Give the day on which it was run.";

/** Where the day begins first it is a day later than in UTC at most. */
export const isToCome = (day: CalendarDate, today: Clock["today"]): boolean =>
  day > (today("Pacific/Kiritimati") ?? day);
