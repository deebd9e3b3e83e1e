import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cell, change, drag, said, task } from "./house/calendar.ts";
import { violations } from "./house/axe.ts";
import { canRun, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("a plan that can be changed", () => {
  const { visitPlan } = useHouse({ isShared: true });
  let page: Page;
  beforeAll(async () => {
    page = await visitPlan(MARATHON_WISH);
  });
  beforeEach(async () => {
    await page.reload();
    await planStands(page);
  });

  it("moves a session by mouse to a free day after showing what that does, and takes it back", async () => {
    const easy = cell(page, 2, 3).getByRole("button", { name: /^Easy/ });
    await drag(page, easy, page.getByRole("heading", { level: 1 }));
    await said(page, "Easy stays where it was: only days from today to the day before the race can take it.");
    await drag(page, easy, cell(page, 2, 4));
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "Move Easy to Fri 4 Dec" }).waitFor();
    await sheet.getByRole("heading", { name: "1 session changes" }).waitFor();
    await picture(page, "change-preview");
    expect(await violations(page, "dialog")).toEqual([]);
    await sheet.getByLabel("Why, in your own words").fill("Choir on Thursday");
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Move Easy to Fri 4 Dec.");
    await cell(page, 2, 4).getByRole("button", { name: /^Easy/ }).waitFor();
    await expect.poll(() => cell(page, 2, 3).getByRole("button").count()).toBe(0);
    await cell(page, 2, 4).getByText("moved here from Thu 3 Dec").waitFor({ state: "attached" });

    await page.getByRole("button", { name: "History" }).click();
    await sheet.getByText("Choir on Thursday").waitFor();
    await sheet.getByRole("checkbox", { name: /original plan underneath/ }).check();
    await picture(page, "history");
    expect(await violations(page, "dialog")).toEqual([]);
    await page.keyboard.press("Escape");
    await cell(page, 2, 3)
      .getByText(/^first: Easy/)
      .waitFor();
    await cell(page, 2, 4).getByText("first: rest").waitFor();
    await picture(page, "plan-original");

    await page.getByRole("button", { name: "History" }).click();
    await sheet.getByRole("button", { name: "Undo: A session moved" }).click();
    await sheet.getByText(/The plan goes on without this change/).waitFor();
    await page.keyboard.press("Escape");
    await cell(page, 2, 3).getByRole("button", { name: /^Easy/ }).waitFor();
  });

  it("swaps two days by keyboard, says aloud where the session is, and undoes it at a button", async () => {
    const handle = page.getByRole("button", { name: "Move Easy, Thu 3 Dec" });
    await handle.focus();
    await page.keyboard.press("Space");
    await said(page, /Easy (picked up|over Thu 3 Dec)/);
    await page.keyboard.press("ArrowLeft");
    await said(page, "Easy over Wed 2 Dec.");
    await page.keyboard.press("Space");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "Swap Wed 2 Dec and Thu 3 Dec" }).waitFor();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await cell(page, 2, 2)
      .getByRole("button", { name: /^Easy 9/ })
      .waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await said(page, /The plan goes on without this change/);
    await cell(page, 2, 3)
      .getByRole("button", { name: /^Easy 9/ })
      .waitFor();
  });

  it("says which law stands against a drop, and offers the nearest that goes at a button", async () => {
    const long = cell(page, 8, 6).getByRole("button", { name: /^Long run|^Long/ });
    await long.scrollIntoViewIfNeeded();
    await drag(page, long, cell(page, 8, 4));
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("alert").waitFor();
    expect(await sheet.getByRole("alert").innerText()).toMatch(/law [A-Z]\d/);
    await picture(page, "change-refused");
    expect(await violations(page, "dialog")).toEqual([]);
    const instead = sheet.getByRole("button", { name: /^Instead: / });
    await instead.click();
    await sheet.getByRole("button", { name: "Change it" }).waitFor();
  });

  it("keeps a holiday free, rests when ill and takes up again, shows each on its day, and goes back one by one", async () => {
    const sheet = page.getByRole("dialog");
    const free = await task(page, "Days off");
    await free.getByRole("button", { name: "See what it does" }).click();
    await free.getByText("Choose a day.").waitFor();
    await picture(page, "change-menu");
    expect(await violations(page, "dialog")).toEqual([]);
    await free.getByLabel("First day").fill("2026-12-08");
    await free.getByLabel("Last day").fill("2026-12-09");
    await free.getByRole("button", { name: "See what it does" }).click();
    await sheet.getByRole("heading", { name: "Keep 8–9 Dec free" }).waitFor();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Keep 8–9 Dec free.");
    await expect.poll(() => cell(page, 3, 1).getByRole("button").count()).toBe(0);
    await cell(page, 3, 1).getByText("Kept free").waitFor();

    const ill = await task(page, "Ill or in pain");
    await ill.getByRole("radio", { name: /^Illness/ }).check();
    await ill.getByRole("button", { name: "See what it does" }).click();
    await sheet.getByRole("checkbox", { name: /^I agree that what I tell about my health/ }).check();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Illness since Mon 23 Nov.");
    await cell(page, 1, 0).getByText("Illness told").waitFor({ state: "attached" });
    await change(page, await task(page, "Well again"), "Take up hard sessions again");

    // And back, change by change: the newest can be undone, and then the one before.
    await page.getByRole("button", { name: "History" }).click();
    const back = sheet.getByRole("button", { name: "Undo: Fitted to what was told" });
    const order = sheet.getByText(/undo the newer ones first/);
    await order.waitFor();
    expect(await back.count()).toBe(0);
    await sheet.getByRole("button", { name: "Undo: Hard sessions again" }).click();
    await back.click();
    const oldest = sheet.getByRole("button", { name: "Undo: Days kept free" });
    await oldest.click();
    await oldest.waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await expect.poll(() => cell(page, 3, 1).getByText("Kept free").count()).toBe(0);
    expect(await cell(page, 1, 0).getByText("Illness told").count()).toBe(0);
  });
});
