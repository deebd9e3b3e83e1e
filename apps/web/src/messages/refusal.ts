import { plural } from "./words.ts";

/** A wish that cannot become a plan. */
export const refusalMessages = {
  refusal: {
    title: "This wish cannot become a safe plan",
    nearest: "The nearest plan that can",
    show: "Show this plan",
    offer: "This is the nearest plan that is safe. It is only an offer so far.",
    keep: "Keep this plan",
    change: "Change my wish",
    nearestLine: (date: string, weeks: number, days: number) =>
      `${date} · ${plural(weeks, "week", "weeks")} · ${String(days)} runs a week`,
  },
} as const;
