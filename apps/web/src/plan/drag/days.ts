import type { Active, KeyboardCoordinateGetter, Over } from "@dnd-kit/core";
import { addDays, type CalendarDate, parseCalendarDate } from "@strideiq/engine";

/** How days lie: seven in a row, or one under the other. */
export type DayLayout = "grid" | "list";

/** What a card tells of itself while it is dragged. */
export interface Lifted {
  readonly session: string;
  readonly date: CalendarDate;
  readonly layout: DayLayout;
}

export const dropId = (date: CalendarDate): string => `day:${date}`;

export function dayOfDrop(over: Pick<Over, "id"> | null): CalendarDate | null {
  const parsed = parseCalendarDate(String(over?.id ?? "").replace(/^day:/, ""));
  return parsed.ok ? parsed.value : null;
}

export function dragOf(active: Active): Lifted | null {
  const data: unknown = active.data.current;
  return typeof data === "object" && data !== null && "session" in data ? (data as Lifted) : null;
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

/** One arrow key is one day, whatever the size of a cell; where no day can be changed it stays. */
export const oneDayOn: KeyboardCoordinateGetter = (event, { context }) => {
  const { active, over, droppableRects, collisionRect } = context;
  const lifted = active === null ? null : dragOf(active);
  if (lifted === null || collisionRect === null) return undefined;
  const next = dayOn(dayOfDrop(over) ?? lifted.date, event.code, lifted.layout);
  if (next === null) return undefined;
  event.preventDefault();
  const rect = droppableRects.get(dropId(next));
  if (rect === undefined) return undefined;
  return {
    x: rect.left + (rect.width - collisionRect.width) / 2,
    y: rect.top + (rect.height - collisionRect.height) / 2,
  };
};
