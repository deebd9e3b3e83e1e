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
  // What cannot be had now is asked for again when it is opened.
  for (const read of parts) await read().catch(() => undefined);
}
