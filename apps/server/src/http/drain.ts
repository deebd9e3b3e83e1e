import type { IncomingMessage } from "node:http";

/** How much of a body that nobody wants is let pass, and for how long: whoever sends more is cut off. */
const BYTES_MAX = 16 * 1024 * 1024;
const MILLISECONDS_MAX = 20_000;

/**
 * Lets the rest of a refused body pass. A connection that is closed while its client still sends is reset, and the
 * answer that was on its way is lost with it.
 */
export const drain = (body: IncomingMessage): Promise<void> =>
  new Promise((fulfil) => {
    if (body.complete || body.destroyed) {
      body.resume();
      fulfil();
      return;
    }
    let left = BYTES_MAX;
    const end = (): void => {
      clearTimeout(timer);
      body.off("data", count).off("end", end).off("close", end).off("error", end);
      fulfil();
    };
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) end();
    };
    const timer = setTimeout(end, MILLISECONDS_MAX);
    body.on("data", count).once("end", end).once("close", end).once("error", end);
    body.resume();
  });
