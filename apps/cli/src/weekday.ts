import { WEEKDAYS, type Weekday } from "@strideiq/engine";

/** Reads `mon`, `Mon` or `Monday`; null for anything else. */
export function parseWeekday(text: string): Weekday | null {
  const word = text.trim().toLowerCase();
  return WEEKDAYS.find((day) => day === word || (word.length > 3 && LONG_NAMES[day] === word)) ?? null;
}

const LONG_NAMES: Readonly<Record<Weekday, string>> = {
  mon: "monday",
  tue: "tuesday",
  wed: "wednesday",
  thu: "thursday",
  fri: "friday",
  sat: "saturday",
  sun: "sunday",
};
