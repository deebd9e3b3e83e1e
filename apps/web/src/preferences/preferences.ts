import { type Units, type Weekday, WEEKDAYS } from "@strideiq/engine";
import { createStored } from "./stored.ts";

export type Theme = "system" | "light" | "dark";

/** Regions that measure roads in miles; elsewhere kilometres are the better guess. */
const MILE_REGIONS = ["US", "GB", "LR", "MM"];

/** By pattern, because browsers in bare surroundings report languages that Intl refuses (`en-US@posix`). */
const guessUnits = (): Units =>
  MILE_REGIONS.includes(/-([A-Z]{2})\b/.exec(window.navigator.language)?.[1] ?? "") ? "mi" : "km";

export const storedUnits = createStored<Units>("strideiq.units", (text) =>
  text === "km" || text === "mi" ? text : guessUnits(),
);

/** The first day of the weeks of plans that are asked for from now on. */
export const storedWeekStart = createStored<Weekday>(
  "strideiq.week-start",
  (text) => WEEKDAYS.find((weekday) => weekday === text) ?? "mon",
);

export const storedTheme = createStored<Theme>("strideiq.theme", (text) =>
  text === "light" || text === "dark" ? text : "system",
);

/** The plan last looked at, so that the form can lead back to it. */
export const storedPlanId = createStored<string>("strideiq.plan", (text) => text ?? "");

/** Hands the chosen theme to the style sheet; `system` leaves the choice to the browser. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
