import { parseCalendarDate } from "@strideiq/engine";
import { formatLongDate } from "@strideiq/wording";

/** The day of a moment in UTC, such as "Sunday 18 April 2027". */
export function dayOf(moment: string): string {
  const day = parseCalendarDate(moment.slice(0, 10));
  return day.ok ? formatLongDate(day.value) : moment;
}
