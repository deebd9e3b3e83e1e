import { addDays, type CalendarDate, parseCalendarDate } from "@strideiq/engine";

/** How days lie: seven in a row, or one under the other. */
export type DayLayout = "grid" | "list";

/** What a card tells of itself while it is carried. */
export interface Lifted {
  readonly session: string;
  readonly date: CalendarDate;
}

/** Marks a day that things can be put down on, in a table or in a list. */
export const dayMarks = (date: CalendarDate, isOpen: boolean) => ({
  "data-day": date,
  ...(isOpen ? { "data-open": "" } : {}),
});

export const cardMarks = ({ session, date }: Lifted) => ({ "data-card": session, "data-from": date });

const dateIn = (text: string | undefined): CalendarDate | null => {
  const parsed = parseCalendarDate(text ?? "");
  return parsed.ok ? parsed.value : null;
};

export const dayOf = ({ dataset }: HTMLElement): CalendarDate | null => dateIn(dataset["day"]);

export function liftedOf({ dataset }: HTMLElement): Lifted | null {
  const date = dateIn(dataset["from"]);
  const { card: session } = dataset;
  return date === null || session === undefined ? null : { session, date };
}

const STEPS: Readonly<Record<DayLayout, Readonly<Record<string, number>>>> = {
  grid: { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 },
  list: { ArrowUp: -1, ArrowDown: 1 },
};

/** The day that an arrow key leads to; null for other keys. */
export function dayOn(date: CalendarDate, key: string, layout: DayLayout): CalendarDate | null {
  const step = STEPS[layout][key];
  return step === undefined ? null : addDays(date, step);
}
