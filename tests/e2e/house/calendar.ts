import type { Locator, Page } from "playwright-core";

/** A week of the calendar on a wide screen. */
export const week = (page: Page, number: number): Locator =>
  page.locator(`tr[data-week="${String(number)}"]`);

/** A day of it; 0 is the first day of the week. */
export const cell = (page: Page, number: number, weekday: number): Locator =>
  week(page, number).locator("td").nth(weekday);

/** Waits until something was said to eyes and ears. */
export const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("status").getByText(text).last().waitFor();

/** Drags by the pointer in steps, as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error("Nothing to drag.");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

/** Opens a task of the menu of changes, and gives its form. */
export async function task(page: Page, name: string): Promise<Locator> {
  await page.getByRole("button", { name: "Change the plan" }).click();
  const fold = page.getByRole("dialog").locator("details", { hasText: name });
  await fold.locator("summary").click();
  return fold;
}

/** Looks what the task's form would do, and does it. */
export async function change(page: Page, form: Locator, done: string): Promise<void> {
  await form.getByRole("button", { name: "See what it does" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Change it" }).click();
  await said(page, `Done: ${done}.`);
}
