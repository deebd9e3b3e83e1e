import type { CalendarDate } from "@strideiq/engine";
import { useSyncExternalStore } from "react";
import { todayIn } from "./race-date.ts";

/** So often the clock is looked at; a machine that slept may miss any single timer. */
const LOOK_MS = 20_000;

function watchClock(look: () => void): () => void {
  const timer = window.setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** Today where the athlete's clock stands, also on a page that stays open over midnight. */
export const useToday = (timeZone: string): CalendarDate =>
  useSyncExternalStore(watchClock, () => todayIn(timeZone));
