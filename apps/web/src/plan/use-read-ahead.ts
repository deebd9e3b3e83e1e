import { useEffect } from "react";

/** After so long the page has nothing else to do. */
const READ_AHEAD_MS = 1500;

/** Reads the code of what may be opened next, so that it opens at once, also without a connection. */
export function useReadAhead(parts: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void readInTurn(parts), READ_AHEAD_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [parts]);
}

async function readInTurn(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const read of parts) {
    await untilIdle();
    // What cannot be had now is asked for again when it is opened.
    await read().catch(() => undefined);
  }
}

const IDLE_LIMIT_MS = 2000;

/** Code that is read while somebody drags or scrolls would make them wait. */
const untilIdle = (): Promise<unknown> =>
  new Promise((resolve) => {
    // Not every browser can say when it is idle.
    if (typeof window.requestIdleCallback === "function")
      window.requestIdleCallback(resolve, { timeout: IDLE_LIMIT_MS });
    else window.setTimeout(resolve);
  });
