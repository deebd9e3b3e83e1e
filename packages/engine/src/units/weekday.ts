/** Weekdays by name, never by number: Sunday is 0 in one library and 7 in the next. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The seven weekdays in the order of a week that begins on `start`. */
export function weekdaysFrom(start: Weekday): readonly Weekday[] {
  const index = WEEKDAYS.indexOf(start);
  return [...WEEKDAYS.slice(index), ...WEEKDAYS.slice(0, index)];
}
