import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { canRun, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

/** A tab in the background takes its time. */
const WAIT = { timeout: 12_000 };

/** The same address in another tab of the same browser. */
async function secondTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.clock.setFixedTime(new Date("2026-11-23T09:00:00Z"));
  await other.goto(page.url());
  return other;
}

describe.skipIf(!canRun)("two tabs of one browser", () => {
  const { visit, visitPlan } = useHouse();

  it("show the same units and the same colours as soon as one of them is told", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const other = await secondTab(page);
    await planStands(other);
    await page.getByRole("radio", { name: "Miles, mi" }).check();
    const total = other.locator('tr[data-week="1"] td').last();
    await expect.poll(() => total.innerText(), WAIT).toMatch(/3\d(\.\d)? mi/);
    await page.goto("/settings");
    await page.getByRole("radio", { name: "Dark" }).check();
    const theme = (): Promise<string | undefined> =>
      other.evaluate(() => document.documentElement.dataset["theme"]);
    await expect.poll(theme, WAIT).toBe("dark");
  });

  it("keep two wishes that are typed side by side, each its own, also over a reload", async () => {
    const page = await visit("/");
    await page.getByRole("radio", { name: /^10/ }).check();
    const other = await secondTab(page);
    const ten = other.getByRole("radio", { name: /^10/ });
    expect(await ten.isChecked()).toBe(true);
    await other.getByRole("radio", { name: /^Half/ }).check();
    for (const tab of [page, other]) await tab.reload();
    expect(await page.getByRole("radio", { name: /^10/ }).isChecked()).toBe(true);
    expect(await other.getByRole("radio", { name: /^Half/ }).isChecked()).toBe(true);
  });
});
