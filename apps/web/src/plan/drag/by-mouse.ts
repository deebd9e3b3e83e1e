import type { Carry } from "./carry.ts";
import { apart, cardAt, type Point, pointOf } from "./hand.ts";

/** A press becomes a drag after this way: a click stays a click. */
const MOUSE_PIXELS = 6;

interface Pressed {
  readonly card: HTMLElement;
  readonly at: Point;
}

/** Takes cards up by mouse or pen; gives the way to stop. */
export function listenToMouse(root: HTMLElement, carry: Carry): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let pressed: Pressed | null = null;
  root.addEventListener(
    "pointerdown",
    (event) => {
      const card = cardAt(event.target);
      if (event.pointerType === "touch" || event.button !== 0 || card === null) return;
      pressed = { card, at: pointOf(event) };
    },
    { signal },
  );
  window.addEventListener(
    "pointermove",
    (event) => {
      if (pressed === null) return;
      const at = pointOf(event);
      if (!carry.isHeld() && apart(pressed.at, at) > MOUSE_PIXELS) carry.lift(pressed.card, pressed.at);
      carry.moveTo(at);
    },
    { signal },
  );
  window.addEventListener(
    "pointerup",
    () => {
      if (pressed === null) return;
      pressed = null;
      if (!carry.isHeld()) return;
      swallowClick();
      carry.putDown();
    },
    { signal },
  );
  window.addEventListener(
    "pointercancel",
    () => {
      if (pressed !== null) carry.letGo();
      pressed = null;
    },
    { signal },
  );
  return () => {
    ending.abort();
  };
}

/** The end of a drag over the card it began on is no click. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  window.setTimeout(() => {
    window.removeEventListener("click", swallow, { capture: true });
  });
}
