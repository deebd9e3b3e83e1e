import type { Carry } from "./carry.ts";

const TAKES = ["Space", "Enter"];

/** Takes cards up at their handles by keyboard, and lets go of whatever is held on Escape; gives the way to stop. */
export function listenToKeys(root: HTMLElement, carry: Carry): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (carry.isHeld() ? answer(event, carry) : takeUp(event, root, carry)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  window.addEventListener("keydown", onKey, { capture: true });
  return () => {
    window.removeEventListener("keydown", onKey, { capture: true });
  };
}

function takeUp({ code, target }: KeyboardEvent, root: HTMLElement, carry: Carry): boolean {
  if (!TAKES.includes(code) || !(target instanceof Element) || !root.contains(target)) return false;
  const card = target.closest("[data-grip]")?.closest<HTMLElement>("[data-card]") ?? null;
  if (card !== null) carry.lift(card, null);
  return card !== null;
}

function answer({ code }: KeyboardEvent, carry: Carry): boolean {
  if (TAKES.includes(code)) carry.putDown();
  else if (code === "Escape") carry.letGo();
  else if (code === "Tab") {
    carry.letGo();
    return false;
  } else return carry.step(code);
  return true;
}
