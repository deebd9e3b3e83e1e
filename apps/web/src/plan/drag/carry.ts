import type { CalendarDate } from "@strideiq/engine";
import { type DayLayout, dayOf, dayOn, type Lifted, liftedOf } from "./days.ts";
import styles from "./drag.module.css";
import { createEdgeScroll } from "./edge-scroll.ts";
import type { Point } from "./hand.ts";
import { measurePlaces, type Place, type Places } from "./places.ts";

/** Who is told what becomes of a session that is carried. `over` is null where it cannot be put. */
export interface CarryListener {
  readonly lifted: (what: Lifted) => void;
  readonly over: (what: Lifted, day: CalendarDate | null) => void;
  readonly put: (what: Lifted, day: CalendarDate | null) => void;
  /** Put down where no day takes it. */
  readonly refused: (what: Lifted) => void;
}

/**
 * One card in the hand. The calendar itself is not drawn anew meanwhile: a copy of the card follows the hand, and
 * a frame goes from day to day, each on a layer of its own.
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
  /** Goes around the day under the hand. */
  readonly frame: HTMLElement;
  readonly places: Places;
  /** From the hand to the corner of the card. */
  readonly grasp: Point;
  /** Where the hand is on the screen. */
  at: Point;
  over: CalendarDate | null;
}

export function createCarry(root: HTMLElement, layout: DayLayout, listener: CarryListener): Carry {
  let held: Held | null = null;

  const mark = (found: Place | null): void => {
    if (held === null) return;
    const day = found === null ? null : dayOf(found.day);
    if (held.over === day) return;
    held.over = day;
    frameAround(held.frame, found);
    listener.over(held.what, day);
  };
  const markUnderHand = (): void => {
    if (held !== null) mark(held.places.at(held.at));
  };
  const edge = createEdgeScroll(markUnderHand);
  const end = (): Held | null => {
    const ended = held;
    held = null;
    edge.stop();
    if (ended !== null) clear(ended);
    return ended;
  };
  return {
    isHeld: () => held !== null,
    lift: (card, at) => {
      const what = liftedOf(card);
      if (what === null || held !== null) return;
      held = takeUp(what, card, at, root);
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
      const from = held === null ? null : (held.over ?? held.what.date);
      const to = from === null ? null : dayOn(from, key, layout);
      if (held === null || to === null) return false;
      const day = root.querySelector<HTMLElement>(`[data-day="${to}"][data-open]`);
      if (day === null) listener.over(held.what, null);
      if (day === null) return true;
      day.scrollIntoView({ block: "nearest" });
      const { left, top } = day.getBoundingClientRect();
      place(held.copy, { x: left, y: top });
      mark(held.places.of(day));
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

function clear({ card, copy, frame, places }: Held): void {
  card.removeAttribute("data-away");
  copy.remove();
  frame.remove();
  places.stop();
}

function tellPut({ what, over }: Held, listener: CarryListener): void {
  if (over === null) listener.refused(what);
  else listener.put(what, over);
}

function takeUp(what: Lifted, card: HTMLElement, at: Point | null, root: HTMLElement): Held {
  const { left, top } = card.getBoundingClientRect();
  const places = measurePlaces(root);
  const copy = copyOf(card);
  const frame = document.createElement("div");
  frame.className = styles["frame"] ?? "";
  frame.hidden = true;
  document.body.append(frame, copy);
  const hand = at ?? { x: left, y: top };
  card.setAttribute("data-away", "");
  place(copy, { x: left, y: top });
  const grasp = { x: left - hand.x, y: top - hand.y };
  return { what, card, copy, frame, places, grasp, at: hand, over: what.date };
}

function frameAround(frame: HTMLElement, found: Place | null): void {
  frame.hidden = found === null;
  if (found === null) return;
  const { left, right, top, bottom } = found;
  frame.style.width = `${String(right - left)}px`;
  frame.style.height = `${String(bottom - top)}px`;
  place(frame, { x: left, y: top });
}

function copyOf(card: HTMLElement): HTMLElement {
  const { width, height } = card.getBoundingClientRect();
  const copy = document.createElement("div");
  const inside = document.createElement("div");
  inside.append(...[...card.childNodes].map((node) => node.cloneNode(true)));
  // Nothing in it can be reached; the copy itself lies under the hand, so that no card below lights up in passing.
  inside.inert = true;
  copy.append(inside);
  copy.className = styles["lifted"] ?? "";
  copy.style.width = `${String(width)}px`;
  copy.style.height = `${String(height)}px`;
  return copy;
}

const place = ({ style }: HTMLElement, { x, y }: Point): void => {
  style.translate = `${String(x)}px ${String(y)}px`;
};
