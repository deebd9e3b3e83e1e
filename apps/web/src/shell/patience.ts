import { createWatched } from "../preferences/stored.ts";

/** Whether a part of the page is waited for because nobody answers. */
export const awaitedPart = createWatched(false);

const RETRY_MS = 2000;

/**
 * Loads code that is shown later. While nobody answers it waits and tries again. A browser may remember that a
 * part failed, and a newer page may have taken its place: then the page is loaded anew, once.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await untilAnswered();
    loadStylesAgain();
    return load().catch((error: unknown) => {
      if (!mayReload()) throw error;
      window.location.reload();
      return new Promise<T>(() => undefined);
    });
  }
}

const RELOADED = "strideiq.reloaded";
const RELOAD_AFTER_MS = 60_000;

/** Not twice in a row: what fails on a fresh page as well is said. */
function mayReload(): boolean {
  try {
    const before = window.sessionStorage.getItem(RELOADED);
    if (before !== null && Math.abs(Date.now() - Number(before)) < RELOAD_AFTER_MS) return false;
    window.sessionStorage.setItem(RELOADED, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}

async function untilAnswered(): Promise<void> {
  while (!(await isAnswered())) {
    awaitedPart.write(true);
    await new Promise<void>((resolve) => {
      window.setTimeout(resolve, RETRY_MS);
    });
  }
  awaitedPart.write(false);
}

const isAnswered = async (): Promise<boolean> => {
  try {
    await fetch("/", { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
};

/** A style sheet that failed is not asked for again by itself. */
function loadStylesAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet !== null) continue;
    const again = document.createElement("link");
    again.rel = "stylesheet";
    again.href = link.href;
    link.replaceWith(again);
  }
}
