import { describe, expect, it } from "vitest";
import { cell, drag, said } from "./house/calendar.ts";
import { canRun, PHONE, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("a plan that is changed", () => {
  const { visitPlan } = useHouse();

  it("by finger on a phone moves its session, and tells it where the finger is", async () => {
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
    await said(page, "Easy picked up.");
    for (let y = from.y + 30; y < to.y + to.height / 2; y += 12) await touch("touchMove", y);
    await touch("touchMove", to.y + to.height / 2);
    await said(page, "Easy over Fri 4 Dec.");
    await picture(page, "dragging-phone");
    await touch("touchEnd", 0);
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "Move Easy to Fri 4 Dec" }).waitFor();
  });

  it("by keyboard on a phone goes a day down at a time", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.getByRole("button", { name: "Next week" }).click();
    await page.getByRole("button", { name: "Move Easy, Thu 3 Dec" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await said(page, "Easy over Fri 4 Dec.");
    await page.keyboard.press("Escape");
    await said(page, "Easy stays where it was.");
  });

  it("in one tab shows the second what became of it, and loses nothing of either", async () => {
    const page = await visitPlan(MARATHON_WISH);
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

  it("on another device is read anew, and the wish is asked about as the plan is now", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const path = `/v1${new URL(page.url()).pathname}`;
    const made = await page.request.post(`${path}/changes`, {
      data: { wish: { kind: "block_days", days: ["2026-12-10"] }, done: null },
    });
    expect(made.status()).toBe(200);
    await drag(page, cell(page, 2, 3).getByRole("button", { name: /^Easy/ }), cell(page, 2, 4));
    await page.getByText(/changed elsewhere meanwhile/).waitFor();
    await page.getByRole("button", { name: "Change it" }).click();
    await said(page, /^Done/);
    await cell(page, 3, 3).getByText("Kept free").waitFor();
  });
});
