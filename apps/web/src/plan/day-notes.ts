import { addDays, type CalendarDate, daysBetween, type HealthMark, type Plan } from "@strideiq/engine";

/** What the athlete has told of a day itself, whatever is run on it. */
export interface DayNote {
  /** Why nothing may stand on it; null where something may. */
  readonly closed: "free" | "pause" | null;
  /** What was told to have begun on it. */
  readonly health: ToldKind | null;
}

/** Of caution nothing is said on any day: it is asked for, and has not begun. */
export type ToldKind = Exclude<HealthMark["kind"], "caution">;

export type DayNotes = ReadonlyMap<CalendarDate, DayNote>;

/** Days kept free, days of a pause, and days on which illness or pain was told, of the changes that stand. */
export function dayNotesOf({ changes = [] }: Pick<Plan, "changes">): DayNotes {
  const notes = new Map<CalendarDate, DayNote>();
  const note = (date: CalendarDate, part: Partial<DayNote>): void => {
    notes.set(date, { closed: null, health: null, ...notes.get(date), ...part });
  };
  for (const { wish, done } of changes) {
    for (const date of daysFree(wish)) note(date, { closed: "free" });
    for (const date of daysPaused(wish)) note(date, { closed: "pause" });
    const health = done?.health ?? null;
    if (health !== null && health.kind !== "caution") note(health.date, { health: health.kind });
  }
  return notes;
}

type Wish = NonNullable<Plan["changes"]>[number]["wish"];

const daysFree = (wish: Wish): readonly CalendarDate[] => (wish.kind === "block_days" ? wish.days : []);

const daysPaused = (wish: Wish): readonly CalendarDate[] =>
  wish.kind === "pause"
    ? Array.from({ length: daysBetween(wish.first, wish.last) + 1 }, (_, i) => addDays(wish.first, i))
    : [];
