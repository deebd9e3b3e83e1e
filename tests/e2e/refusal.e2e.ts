import { describe, expect, it } from "vitest";
import { canRun, useHouse } from "./house/visit.ts";
import { IMPOSSIBLE_WISH, send, typeImpossibleWish } from "./house/wishes.ts";

describe.skipIf(!canRun)("a wish that cannot become a safe plan", () => {
  const { visit, visitPlan } = useHouse();

  it("gets a reason in plain words, the way back to the wish as it was typed, and the nearest plan with one click", async () => {
    const page = await visit("/");
    await typeImpossibleWish(page);
    await send(page);
    await page.getByRole("heading", { name: "This wish cannot become a safe plan" }).waitFor();
    expect((await page.getByRole("alert").innerText()).length).toBeGreaterThan(60);
    await page.getByRole("link", { name: "Change my wish" }).click();
    expect(await page.getByLabel("Distance a week").inputValue()).toBe("15");
    await page.goBack();
    await page.getByRole("button", { name: "Show this plan" }).click();
    await page.locator("tr[data-week]").first().waitFor();
    expect(await page.getByRole("region", { name: /Certificate/ }).innerText()).not.toContain("broken");
  });

  it("becomes a plan of its own when the athlete keeps the offer", async () => {
    const page = await visitPlan(IMPOSSIBLE_WISH);
    await page.getByRole("button", { name: "Show this plan" }).click();
    // A plan of one's own has switches and handles that an offer has not; its sessions are the same.
    const sessions = page.locator("tr[data-week]").getByRole("button").filter({ hasText: "min" });
    await sessions.first().waitFor();
    const offered = await sessions.allInnerTexts();
    expect(offered.length).toBeGreaterThan(8);
    const address = page.url();
    await page.getByRole("button", { name: "Keep this plan" }).click();
    await page.waitForURL((url) => url.href !== address);
    await page.getByRole("button", { name: "Keep this plan" }).waitFor({ state: "detached" });
    await sessions.first().waitFor();
    expect(await sessions.allInnerTexts()).toEqual(offered);
  });
});
