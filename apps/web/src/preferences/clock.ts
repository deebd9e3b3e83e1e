import { createStored } from "./stored.ts";

export type Clock = "12" | "24";

/** By `try`, because browsers in bare surroundings report languages that Intl refuses (`en-US@posix`). */
function guessClock(): Clock {
  try {
    const format = new Intl.DateTimeFormat(window.navigator.language, { hour: "numeric" });
    return format.resolvedOptions().hour12 === true ? "12" : "24";
  } catch {
    return "24";
  }
}

export const storedClock = createStored<Clock>("strideiq.clock", (text) =>
  text === "12" || text === "24" ? text : guessClock(),
);

/** A moment where its reader is: `10 Dec, 09:41` or `10 Dec, 9:41 am`. */
export const formatMoment = (iso: string, clock: Clock): string =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: clock === "12" ? "numeric" : "2-digit",
    minute: "2-digit",
    hourCycle: clock === "12" ? "h12" : "h23",
  }).format(new Date(iso));
