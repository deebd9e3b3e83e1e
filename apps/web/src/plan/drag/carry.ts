import type { CalendarDate } from "@strideiq/engine";
import { type DayLayout, dayOf, dayOn, type Lifted, liftedOf } from "./days.ts";
import styles from "./drag.module.css";
import { createEdgeScroll } from "./edge-scroll.ts";
import type { Point } from "./hand.ts";

/** Who is told what becomes of a session that is carried. `over` is null where it cannot be put. */
export interface CarryListener {
  readonly lifted: (what: Lifted) => void;
  readonly over: (what: Lifted, day: CalendarDate | null) => void;
  readonly put: (what: Lifted, day: CalendarDate | null) => void;
  /** Put down where no day takes it. */
  readonly refused: (what: Lifted) => void;
}

/**
 * One card in the hand. The page itself is not drawn anew meanwhile: a copy of the card follows the hand,
 * and the day under it is marked.
 */
export interface Carry {
  readonly isHeld: () => boolean;
  readonly lift: (card: HTMLElement, at: Point | null) => void;
  readonly moveTo: (at: Point) => void;
  /** One arrow key is one day, whatever the size of a cell; where no day can be changed it stays. */
  readonly step: (key: string) => boolean;
  readonly putDown: () => void;
  readonly letGo: () => void;
}

interface Held {
  readonly what: Lifted;
  readonly card: HTMLElement;
  readonly copy: HTMLElement;
  /** From the hand to the corner of the card. */
  readonly grasp: Point;
  /** Where the hand is on the screen. */
  at: Point;
  over: HTMLElement | null;
}

export function createCarry(root: HTMLElement, layout: DayLayout, listener: CarryListener): Carry {
  let held: Held | null = null;

  const mark = (day: HTMLElement | null): void => {
    if (held === null || held.over === day) return;
    held.over?.removeAttribute("data-over");
    day?.setAttribute("data-over", "");
    held.over = day;
    listener.over(held.what, day === null ? null : dayOf(day));
  };
  const markUnderHand = (): void => {
    if (held !== null) mark(dayUnder(held.at, root));
  };
  const edge = createEdgeScroll(markUnderHand);
  const end = (): Held | null => {
    const ended = held;
    held = null;
    edge.stop();
    ended?.over?.removeAttribute("data-over");
    ended?.card.removeAttribute("data-away");
    ended?.copy.remove();
    return ended;
  };
  return {
    isHeld: () => held !== null,
    lift: (card, at) => {
      const what = liftedOf(card);
      if (what === null || held !== null) return;
      held = takeUp(what, card, at);
      listener.lifted(what);
    },
    moveTo: (at) => {
      if (held === null) return;
      held.at = at;
      place(held.copy, { x: at.x + held.grasp.x, y: at.y + held.grasp.y });
      markUnderHand();
      edge.hold(at.y);
    },
    step: (key) => {
      const from = held === null ? null : (dayIn(held.over) ?? held.what.date);
      const to = from === null ? null : dayOn(from, key, layout);
      if (held === null || to === null) return false;
      const day = root.querySelector<HTMLElement>(`[data-day="${to}"][data-open]`);
      if (day === null) listener.over(held.what, null);
      if (day === null) return true;
      day.scrollIntoView({ block: "nearest" });
      const { left, top } = day.getBoundingClientRect();
      place(held.copy, { x: left, y: top });
      mark(day);
      return true;
    },
    putDown: () => {
      const ended = end();
      if (ended !== null) tellPut(ended, listener);
    },
    letGo: () => {
      const ended = end();
      if (ended !== null) listener.put(ended.what, null);
    },
  };
}

function tellPut({ what, over }: Held, listener: CarryListener): void {
  const day = dayIn(over);
  if (day === null) listener.refused(what);
  else listener.put(what, day);
}

function takeUp(what: Lifted, card: HTMLElement, at: Point | null): Held {
  const { left, top } = card.getBoundingClientRect();
  const copy = copyOf(card);
  const hand = at ?? { x: left, y: top };
  card.setAttribute("data-away", "");
  place(copy, { x: left, y: top });
  const over = card.closest<HTMLElement>("[data-day]");
  return { what, card, copy, grasp: { x: left - hand.x, y: top - hand.y }, at: hand, over };
}

/** The day that a hand is over, where it can be changed. */
function dayUnder({ x, y }: Point, root: HTMLElement): HTMLElement | null {
  const day = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-day][data-open]") ?? null;
  return day !== null && root.contains(day) ? day : null;
}

const dayIn = (element: HTMLElement | null): CalendarDate | null =>
  element === null ? null : dayOf(element);

function copyOf(card: HTMLElement): HTMLElement {
  const { width, height } = card.getBoundingClientRect();
  const copy = document.createElement("div");
  copy.append(...[...card.childNodes].map((node) => node.cloneNode(true)));
  copy.className = styles["lifted"] ?? "";
  copy.inert = true;
  copy.style.width = `${String(width)}px`;
  copy.style.height = `${String(height)}px`;
  document.body.append(copy);
  return copy;
}

const place = ({ style }: HTMLElement, { x, y }: Point): void => {
  style.translate = `${String(x)}px ${String(y)}px`;
};
