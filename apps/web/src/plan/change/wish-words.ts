import type { CalendarDate, ChangedWish, Plan } from "@strideiq/engine";
import { formatDate, formatDateRange, formatLongDate, WEEKDAY_NAMES } from "@strideiq/wording";
import { changeMessages as say } from "../../messages/changes.ts";
import { cardTitle } from "../card-title.ts";
import { datedSessions } from "../plan-view.ts";
import type { Wanted } from "./wanted.ts";

/** A change in a few words, by the names that stand on the calendar: `Move Long run to Sat 12 Dec`. */
function wishWords(wish: ChangedWish, plan: Plan): string {
  switch (wish.kind) {
    case "move":
      return making(say.wishes.move(titleOf(wish.session, plan), formatDate(wish.to)), wish.respace);
    case "swap":
      return making(say.wishes.swap(formatDate(wish.days[0]), formatDate(wish.days[1])), wish.respace);
    case "block_days":
      return say.wishes.free(daysInWords(wish.days));
    case "pause":
      return withRace(say.wishes.pause(formatDate(wish.first), formatDate(wish.last)), wish.raceDate);
    case "repeat_week":
      return withRace(say.wishes.repeat(wish.week), wish.raceDate);
    case "long_run_day":
      return say.wishes.longDay(WEEKDAY_NAMES[wish.weekday]);
    case "race_date":
      return say.wishes.race(formatLongDate(wish.date));
    case "adapt":
      return say.wishes.adapt;
    case "resume":
      return say.wishes.resume;
  }
}

/** A change with what was told for it: pain or illness is said as such, whatever it does to the plan. */
export function wantedWords({ wish, done }: Wanted, plan: Plan): string {
  const health = done?.health ?? null;
  if (health === null) return wishWords(wish, plan);
  const told = say.wishes.since[health.kind](formatDate(health.date));
  return wish.kind === "pause" ? say.wishes.noRunUntil(told, formatDate(wish.last)) : told;
}

/** Characters; the server has the same bound. */
export const REASON_MAX = 500;

/** What the history keeps as the reason: the athlete's own words; for pain and illness at least that. */
export function reasonWords(wanted: Wanted, plan: Plan, own: string): string {
  const written = own.trim();
  if ((wanted.done?.health ?? null) === null) return written;
  const told = wantedWords(wanted, plan);
  return (written === "" ? told : `${told}. ${written}`).slice(0, REASON_MAX);
}

const titleOf = (id: string, plan: Plan): string => {
  const found = datedSessions(plan).find(({ session }) => session.id === id);
  return found === undefined ? id : cardTitle(found.session);
};

const making = (words: string, respace: true | undefined): string =>
  respace === true ? say.wishes.making(words) : words;

const withRace = (words: string, raceDate: CalendarDate | undefined): string =>
  raceDate === undefined ? words : say.wishes.withRace(words, formatDate(raceDate));

function daysInWords(days: readonly CalendarDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  return days.length === 1 ? formatDate(first) : formatDateRange(first, last);
}
