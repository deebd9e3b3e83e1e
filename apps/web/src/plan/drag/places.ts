import type { Point } from "./hand.ts";

/** A day with its edges on the page, in pixels from the page's upper left corner. */
export interface Place {
  readonly day: HTMLElement;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the days lie that can take a session. */
export interface Places {
  /** The day at a point of the screen; null where there is none, or something covers it. */
  readonly at: (point: Point) => Place | null;
  readonly of: (day: HTMLElement) => Place | null;
  readonly stop: () => void;
}

/**
 * Measures the days once, and again when they change their size: to ask the browser at each move of a hand what
 * lies under it would make it lay out the whole calendar each time.
 */
export function measurePlaces(root: HTMLElement): Places {
  let places = placesIn(root);
  let scrolled = window.scrollY;
  let coveredTo = coverEdge();
  const onScroll = (): void => {
    scrolled = window.scrollY;
    coveredTo = coverEdge();
  };
  let isFirst = true;
  const resized = new ResizeObserver(() => {
    // The first word is of the size that has just been measured.
    if (!isFirst) {
      places = placesIn(root);
      onScroll();
    }
    isFirst = false;
  });
  resized.observe(root);
  window.addEventListener("scroll", onScroll, { passive: true });
  return {
    at: ({ x, y }) => (y < coveredTo ? null : (places.find((one) => isIn(one, x, y + scrolled)) ?? null)),
    of: (day) => places.find((one) => one.day === day) ?? null,
    stop: () => {
      resized.disconnect();
      window.removeEventListener("scroll", onScroll);
    },
  };
}

const isIn = ({ left, right, top, bottom }: Place, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

const placesIn = (root: HTMLElement): readonly Place[] =>
  [...root.querySelectorAll<HTMLElement>("[data-day][data-open]")].map((day) => {
    const { left, right, top, bottom } = day.getBoundingClientRect();
    return { day, left, right, top: top + window.scrollY, bottom: bottom + window.scrollY };
  });

/** The lower edge of what stays at the top of the screen while the days go under it. */
const coverEdge = (): number => document.querySelector("[data-covers]")?.getBoundingClientRect().bottom ?? 0;
