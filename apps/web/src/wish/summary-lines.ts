import type { Units, Weekday } from "@strideiq/engine";
import { formatClock, formatDistance, parseDistance, RACE_PHRASES, WEEKDAY_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import type { WishDraft } from "./draft.ts";
import { resultMetres } from "./race-metres.ts";
import { readRaceTime } from "./read-time.ts";

/** The wish in a few lines, only from what can already be read. */
export function summaryLines(draft: WishDraft, units: Units, order: readonly Weekday[]): readonly string[] {
  return [
    messages.wish.saysDays(draft.daysPerWeek),
    neverLine(draft, order),
    draft.unavailable.includes(draft.longRunDay)
      ? null
      : messages.wish.saysLongRun(WEEKDAY_NAMES[draft.longRunDay]),
    volumeLine(draft, units),
    resultLine(draft, units),
  ].filter((line): line is string => line !== null);
}

const neverLine = (draft: WishDraft, order: readonly Weekday[]): string | null => {
  const days = order.filter((day) => draft.unavailable.includes(day)).map((day) => WEEKDAY_NAMES[day]);
  return days.length === 0 ? null : messages.wish.saysNever(days);
};

function volumeLine(draft: WishDraft, units: Units): string | null {
  if (draft.volume === "unknown")
    return draft.tier === "" ? null : messages.wish.saysLevel(messages.levels[draft.tier].name);
  const weekly = parseDistance(draft.weekly, units);
  return weekly.ok && weekly.value > 0 ? messages.wish.saysWeekly(formatDistance(weekly.value, units)) : null;
}

function resultLine(draft: WishDraft, units: Units): string {
  const metres = resultMetres(draft, units);
  const seconds = readRaceTime(draft.resultTime, metres);
  if (metres === null || !seconds.ok) return messages.wish.saysEffort;
  const race =
    draft.resultKind === "none" || draft.resultKind === "other"
      ? formatDistance(metres, units)
      : RACE_PHRASES[draft.resultKind];
  return messages.wish.saysPaces(race, formatClock(seconds.value));
}
