import type { Page } from "playwright-core";

/** Types the wish of the runner whom the product is first built for. */
export async function typeMarathonWish(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Marathon 42.2 km" }).check();
  await page.getByLabel("Race day").fill("2027-04-18");
  await page.getByLabel("Distance a week").fill("55");
  await page.getByLabel("Longest run").fill("18");
  const result = page.getByRole("group", { name: "Distance raced" });
  await result.getByRole("radio", { name: "Half marathon" }).check();
  await page.getByLabel("Finish time").fill("1:38:20");
  await page.getByRole("group", { name: "Days you run" }).first().getByRole("radio", { name: "5" }).check();
  await page
    .getByRole("group", { name: "Days that never work" })
    .getByRole("checkbox", { name: "Monday" })
    .check();
}

/** Four weeks to a marathon from 15 km a week: what no coach would sign. */
export async function typeImpossibleWish(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Marathon 42.2 km" }).check();
  await page.getByLabel("Race day").fill("2026-12-20");
  await page.getByLabel("Distance a week").fill("15");
  await page.getByLabel("Longest run").fill("6");
}

export const send = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Build my plan" }).click();
