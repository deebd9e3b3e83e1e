import { useEffect, useState } from "react";

/** Where on the screen the eye reads: the row that covers this line is the week in view. */
const READING_LINE = 0.38;

/** The week row that is being read while the page scrolls. */
export function useWeekInView(initial: number): number {
  const [week, setWeek] = useState(initial);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const found = window.scrollY < 40 ? initial : weekAt(window.innerHeight * READING_LINE);
      if (found !== null) setWeek(found);
    };
    const onScroll = (): void => {
      if (frame === 0) frame = window.requestAnimationFrame(look);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      window.cancelAnimationFrame(frame);
      window.removeEventListener("scroll", onScroll);
    };
  }, [initial]);
  return week;
}

function weekAt(line: number): number | null {
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-week]")) {
    const { top, bottom } = row.getBoundingClientRect();
    if (top <= line && bottom > line) return Number(row.dataset["week"]);
  }
  return null;
}

/** On a phone today is brought into the screen where its week has it below. */
export function useScrollToToday(): void {
  useEffect(() => {
    const today = document.querySelector('[data-day][aria-current="date"]');
    if (today !== null && today.getBoundingClientRect().bottom > window.innerHeight)
      today.scrollIntoView({ block: "center" });
  }, []);
}

/** A plan that is under way opens at this week, with the week before it still in sight. */
export function useScrollToWeek(week: number): void {
  // Only once: a page that stays open over a Sunday night does not jump.
  const [first] = useState(week);
  useEffect(() => {
    if (first > 2 && window.location.hash === "")
      document.querySelector(`tr[data-week="${String(first - 1)}"]`)?.scrollIntoView({ block: "start" });
  }, [first]);
}
