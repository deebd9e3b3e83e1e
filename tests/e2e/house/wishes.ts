import type { PlanWishInput } from "@strideiq/contracts";
import type { Page } from "playwright-core";

/** The wish of the runner whom the product is first built for, as it travels. */
export const MARATHON_WISH = {
  distance: "marathon",
  raceDate: "2027-04-18",
  timeZone: "Europe/Berlin",
  daysPerWeek: 5,
  unavailable: ["mon"],
  longRunDay: "sun",
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  result: { distance: "half_marathon", seconds: 5900 },
} satisfies PlanWishInput;

/** Four weeks to a marathon from 15 km a week: what no coach would sign. */
export const IMPOSSIBLE_WISH = {
  distance: "marathon",
  raceDate: "2026-12-20",
  timeZone: "Europe/Berlin",
  daysPerWeek: 4,
  weeklyMetres: 15_000,
  longestMetres: 6000,
} satisfies PlanWishInput;

/** Types the wish of the runner whom the product is first built for. */
export async function typeMarathonWish(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Marathon 42.2 km" }).check();
  await page.getByLabel("Race day").fill("2027-04-18");
  await page.getByRole("radio", { name: "I know my numbers" }).check();
  await page.getByLabel("Distance a week").fill("55");
  await page.getByLabel("Longest run").fill("18");
  await openMore(page);
  const result = page.getByRole("group", { name: "Distance raced" });
  await result.getByRole("radio", { name: "Half marathon" }).check();
  await page.getByLabel("Finish time").fill("1:38:20");
  await page.getByRole("group", { name: "Days you run" }).first().getByRole("radio", { name: "5" }).check();
  await page
    .getByRole("group", { name: "Days that never work" })
    .getByRole("checkbox", { name: "Monday" })
    .check();
}

export async function typeImpossibleWish(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Marathon 42.2 km" }).check();
  await page.getByLabel("Race day").fill("2026-12-20");
  await page.getByRole("radio", { name: "I know my numbers" }).check();
  await page.getByLabel("Distance a week").fill("15");
  await page.getByLabel("Longest run").fill("6");
}

/** Opens what has a default. */
export const openMore = (page: Page): Promise<void> => page.getByText("Make it fit").click();

/** Sends the form, with nothing to tell about health unless that was answered already. */
export async function send(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "None of these" }).check();
  await build(page);
}

export const build = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Build my plan" }).click();
