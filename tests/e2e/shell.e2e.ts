import { describe, expect, it } from "vitest";
import { violations } from "./house/axe.ts";
import { inspectPlan } from "./house/inspect.ts";
import { canRun, PHONE, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("around every page", () => {
  const { visit, visitPlan } = useHouse();

  it("says at an unknown address that nothing is there, and leads home", async () => {
    const page = await visit("/nothing/here");
    await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
    expect(await page.title()).toBe("Nothing here · StrideIQ Plans");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "To today" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
  });

  it("lists the plans of a guest, and shows who one is, by keyboard alone", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    await page.getByRole("button", { name: "Account" }).focus();
    await page.keyboard.press("Enter");
    const menu = page.getByRole("dialog", { name: "Account" });
    await menu.getByText("Guest", { exact: true }).waitFor();
    expect(await inspectPlan(page, "menu", { looks: [PHONE] })).toEqual([]);
    await menu.getByRole("link", { name: "My plans" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your plans", exact: true }).waitFor();
    await menu.waitFor({ state: "hidden" });
    await page.getByRole("link", { name: /^Marathon/ }).click();
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
  });

  it("has every page within one touch on the narrowest phone, and the units in the menu", async () => {
    const page = await visit("/", { ...PHONE, width: 320 });
    const pages = page.getByRole("navigation").getByRole("link");
    await pages.last().waitFor();
    expect(await pages.allInnerTexts()).toEqual(["Today", "Runs", "Gallery", "New plan"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole("button", { name: "Account" }).click();
    const miles = page.getByRole("dialog", { name: "Account" }).getByRole("radio", { name: "Miles, mi" });
    await miles.check();
    expect(await miles.isChecked()).toBe(true);
    await picture(page, "menu-narrow");
  });

  it("goes on from the beginning of a page after a link, and past the header with one key", async () => {
    const page = await visit("/");
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.reload();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });

  it("says so while the server is silent, and goes on by itself when it is back", async () => {
    const page = await visit("/nothing");
    await page.route("**/v1/plans**", (route) => route.abort());
    await page.getByRole("link", { name: "To today" }).click();
    await page.getByRole("heading", { name: "The server does not answer" }).waitFor();
    await page.unroute("**/v1/plans**");
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
  });

  it("says of a plan that it is safe while the server is silent, and shows it when it is back", async () => {
    const page = await visitPlan(MARATHON_WISH);
    await page.route("**/v1/plans/**", (route) => route.abort());
    await page.reload();
    await page.getByRole("heading", { name: "The server does not answer" }).waitFor();
    await page.getByText("Your plan is safe there").waitFor();
    expect(await page.getByRole("link", { name: "Back to the form" }).count()).toBe(0);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.unroute("**/v1/plans/**");
    await planStands(page);
  });

  it("keeps its own sentence for a page that breaks, with a way to load it again", async () => {
    const page = await visit("/nothing");
    await page.route("**/assets/wish-page*", (route) => route.fulfill({ status: 404 }));
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByRole("heading", { name: "This page broke" }).waitFor();
    await page.unroute("**/assets/wish-page*");
    await page.getByRole("button", { name: "Load again" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
  });
});
