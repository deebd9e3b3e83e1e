import type { Carry } from "./carry.ts";
import { apart, cardAt, type Point, pointOf } from "./hand.ts";

/** A card is lifted by a finger that rests on it for so long; one that goes further before that scrolls. */
const REST_MS = 250;
const REST_PIXELS = 8;

/** The finger that went down on a card. */
interface Finger {
  start: Point | null;
  timer: number;
}

/** Takes cards up by a finger that rests on them; gives the way to stop. */
export function listenToTouch(root: HTMLElement, carry: Carry): () => void {
  const finger: Finger = { start: null, timer: 0 };
  const ending = new AbortController();
  const { signal } = ending;
  const isCarrying = (): boolean => finger.start !== null && carry.isHeld();
  root.addEventListener(
    "touchstart",
    (event) => {
      goDown(event, finger, carry);
    },
    { signal, passive: true },
  );
  root.addEventListener(
    "touchmove",
    (event) => {
      goOn(event, finger, carry);
    },
    { signal, passive: false },
  );
  root.addEventListener(
    "touchend",
    (event) => {
      const wasCarrying = isCarrying();
      forget(finger);
      if (!wasCarrying) return;
      event.preventDefault();
      carry.putDown();
    },
    { signal, passive: false },
  );
  root.addEventListener(
    "touchcancel",
    () => {
      if (isCarrying()) carry.letGo();
      forget(finger);
    },
    { signal },
  );
  root.addEventListener(
    "contextmenu",
    (event) => {
      if (isCarrying()) event.preventDefault();
    },
    { signal },
  );
  return () => {
    forget(finger);
    ending.abort();
  };
}

function forget(finger: Finger): void {
  window.clearTimeout(finger.timer);
  finger.start = null;
}

function goDown({ target, touches }: TouchEvent, finger: Finger, carry: Carry): void {
  forget(finger);
  const [touch] = touches;
  const card = cardAt(target);
  if (card === null || touch === undefined || touches.length > 1) return;
  const at = pointOf(touch);
  finger.start = at;
  finger.timer = window.setTimeout(() => {
    carry.lift(card, at);
  }, REST_MS);
}

function goOn(event: TouchEvent, finger: Finger, carry: Carry): void {
  const [touch] = event.touches;
  if (finger.start === null || touch === undefined) return;
  const at = pointOf(touch);
  if (carry.isHeld()) {
    // While something is carried the page does not scroll under the finger.
    if (event.cancelable) event.preventDefault();
    carry.moveTo(at);
  } else if (apart(finger.start, at) > REST_PIXELS) forget(finger);
}
