import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./house/axe.ts";
import { canRun, DESKTOP, PHONE, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const week = (page: Page, number: number): Locator => page.locator(`tr[data-week="${String(number)}"]`);
const cell = (page: Page, number: number, weekday: number): Locator =>
  week(page, number).locator("td").nth(weekday);
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("status").getByText(text).last().waitFor();

/** Drags by the pointer in steps, as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error("Nothing to drag.");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

describe.skipIf(!canRun)("a plan that can be changed", () => {
  const { visitPlan } = useHouse();

  it("moves a session by mouse to a free day after showing what that does, and takes it back", async () => {
    const page = await visitPlan(MARATHON_WISH, DESKTOP);
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
    await sheet.getByText(/The plan is as it was/).waitFor();
    await page.keyboard.press("Escape");
    await cell(page, 2, 3).getByRole("button", { name: /^Easy/ }).waitFor();
  });

  it("swaps two days by keyboard, says aloud where the session is, and undoes it at a button", async () => {
    const page = await visitPlan(MARATHON_WISH, DESKTOP);
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
    await said(page, /The plan is as it was/);
    await cell(page, 2, 3)
      .getByRole("button", { name: /^Easy 9/ })
      .waitFor();
  });

  it("says which law stands against a drop, and offers the nearest that goes at a button", async () => {
    const page = await visitPlan(MARATHON_WISH, DESKTOP);
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

  it("moves a session by finger on a phone", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.getByRole("button", { name: "Next week" }).click();
    const card = page.getByRole("button", { name: /^Easy 9/ });
    const rest = page.getByRole("listitem").filter({ hasText: "Rest day" }).last();
    await rest.evaluate((row) => {
      row.scrollIntoView({ block: "center" });
    });
    const [from, to] = [await card.boundingBox(), await rest.boundingBox()];
    if (from === null || to === null) throw new Error("Nothing to drag.");
    const hand = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number): Promise<unknown> =>
      hand.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: 200, y }],
      });
    await touch("touchStart", from.y + 30);
    await page.waitForTimeout(400);
    for (let y = from.y + 30; y < to.y + to.height / 2; y += 12) await touch("touchMove", y);
    await touch("touchMove", to.y + to.height / 2);
    await picture(page, "dragging-phone");
    await touch("touchEnd", 0);
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "Move Easy to Fri 4 Dec" }).waitFor();
    await picture(page, "change-preview-phone");
  });

  it("keeps a holiday free, pauses, rests when ill and takes up again, each from the menu", async () => {
    const page = await visitPlan(MARATHON_WISH, DESKTOP);
    const sheet = page.getByRole("dialog");
    const open = async (task: string): Promise<void> => {
      await page.getByRole("button", { name: "Change the plan" }).click();
      await sheet.locator("summary", { hasText: task }).click();
    };
    await page.getByRole("button", { name: "Change the plan" }).click();
    await sheet.locator("summary", { hasText: "Days off" }).waitFor();
    await picture(page, "change-menu");
    expect(await violations(page, "dialog")).toEqual([]);
    await sheet.locator("summary", { hasText: "Days off" }).click();
    const form = sheet.getByRole("group").filter({ has: page.getByText("Days off and holidays") });
    await form.getByRole("button", { name: "See what it does" }).click();
    await form.getByText("Choose a day.").waitFor();
    await form.getByLabel("First day").fill("2026-12-08");
    await form.getByLabel("Last day").fill("2026-12-09");
    await form.getByRole("button", { name: "See what it does" }).click();
    await sheet.getByRole("heading", { name: "Keep 8–9 Dec free" }).waitFor();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Keep 8–9 Dec free.");
    await expect.poll(() => cell(page, 3, 1).getByRole("button").count()).toBe(0);

    await open("Ill or in pain");
    await sheet.getByRole("radio", { name: /^Illness/ }).check();
    await sheet.getByRole("button", { name: "See what it does" }).locator("visible=true").click();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, /^Done: Illness told on Mon 23 Nov/);
    await open("Well again");
    await sheet.getByRole("button", { name: "See what it does" }).locator("visible=true").click();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, /^Done: Take up hard/);
  });

  it("shows the second tab what the first one changed, and loses nothing of either", async () => {
    const page = await visitPlan(MARATHON_WISH, DESKTOP);
    const other = await page.context().newPage();
    await other.clock.setFixedTime(new Date("2026-11-23T09:00:00Z"));
    await other.goto(page.url());
    await planStands(other);
    await drag(other, cell(other, 2, 3).getByRole("button", { name: /^Easy/ }), cell(other, 2, 4));
    await other.getByRole("button", { name: "Change it" }).waitFor();
    await other.getByLabel("Why, in your own words").fill("Kept through all this");

    await page.bringToFront();
    await drag(page, cell(page, 3, 3).getByRole("button", { name: /^Easy/ }), cell(page, 3, 4));
    await page.getByRole("button", { name: "Change it" }).click();
    await said(page, /^Done/);

    await other.bringToFront();
    await other.getByText(/changed elsewhere meanwhile/).waitFor();
    expect(await other.getByLabel("Why, in your own words").inputValue()).toBe("Kept through all this");
    await other.getByRole("button", { name: "Change it" }).click();
    await said(other, /^Done/);
    await cell(other, 2, 4).getByRole("button", { name: /^Easy/ }).waitFor();
    await cell(other, 3, 4).getByRole("button", { name: /^Easy/ }).waitFor();
  });
});
