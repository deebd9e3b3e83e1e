import type { CalendarDate, Plan } from "@strideiq/engine";
import type { Clock } from "./ports.ts";

/** Today where the athlete lives; never before a change that was made already, should a clock go back. */
export function firstDayOf({ request, changes }: Plan, clock: Pick<Clock, "today">): CalendarDate {
  const today = clock.today(request.timeZone) ?? request.today;
  const last = changes?.at(-1)?.from ?? today;
  return last > today ? last : today;
}
