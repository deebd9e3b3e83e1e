import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { canRun, DESKTOP, MID_PLAN, PHONE, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("how far the plan has come", () => {
  const { visitPlan } = useHouse();

  it("tells the phase, what was done, the weeks and the race", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, ...MID_PLAN });
    await page.getByText("Peak week", { exact: true }).waitFor();
    await page
      .locator('tr[data-week="2"]')
      .getByRole("button", { name: /^Long run/ })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("definition").filter({ hasText: "8 %" }).waitFor();
    await page.getByRole("radio", { name: "Progress" }).check();
    const here = page.getByRole("region", { name: "Where you are" });
    expect(await here.innerText()).toMatch(/Week 3 of 21 · Base/);
    expect(await here.innerText()).toMatch(/cutback week/);
    const done = page.getByRole("region", { name: "Done so far" });
    await done.getByText(/1 of 12 sessions run/).waitFor();
    const race = page.getByRole("region", { name: "What your result says of the race" });
    expect(await race.innerText()).toMatch(/3:\d\d:\d\d to 3:\d\d:\d\d/);
    expect(await inspect(page, "progress", { fullPage: true })).toEqual([]);
    await page.getByRole("radio", { name: "Month" }).check();
    await page.getByRole("heading", { name: "December 2026" }).waitFor();
    await page.getByRole("button", { name: "Next month" }).click();
    await page.getByRole("heading", { name: "January 2027" }).waitFor();
    expect(await inspect(page, "month", { looks: [DESKTOP] })).toEqual([]);
    await page.getByRole("button", { name: /^Sun 3 Jan: ?Long run/ }).click();
    await page.getByRole("dialog").getByRole("heading", { level: 2 }).waitFor();
  });

  it.each([
    ["Pacific/Auckland", "2026-12-09T11:30:00Z"],
    ["Europe/Berlin", "2026-12-09T23:30:00Z"],
    ["Pacific/Honolulu", "2026-12-10T10:30:00Z"],
  ])(
    "stands on the same days seen from %s, over the turn of the year and of the clocks",
    async (timeZone, now) => {
      const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, timeZone, now });
      const rows = page.locator("tr[data-week]");
      await rows.first().waitFor();
      expect(await rows.nth(5).locator("td").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringMatching(/^29\s/), expect.stringMatching(/^1 Jan\s/)]),
      );
      expect(await rows.nth(17).locator("td").nth(6).innerText()).toMatch(/^28\s/);
      expect(await rows.nth(18).locator("td").nth(0).innerText()).toMatch(/^29\s/);
      expect(await rows.last().locator("td").nth(6).innerText()).toMatch(/^18\s[^]*Race day/);
    },
  );

  it("comes as an agenda first on a phone, without a sideways scroll in any view", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...PHONE, ...MID_PLAN });
    await page.getByRole("heading", { name: /^Week 3/ }).waitFor();
    const firstDay = page.getByRole("listitem").filter({ hasText: "Rest day" }).first();
    await expect.poll(async () => (await firstDay.boundingBox())?.y).toBeLessThan(PHONE.height / 2);
    for (const view of ["Month", "Progress", "Weeks"]) {
      await page.getByRole("radio", { name: view }).check();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      if (view === "Progress") await page.getByText(/12 sessions lie behind you/).waitFor();
    }
  });
});
