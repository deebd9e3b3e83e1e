import { describe, expect, it } from "vitest";
import { task } from "./house/calendar.ts";
import { inspect, inspectPlan } from "./house/inspect.ts";
import { canRun, PHONE, picture, useHouse } from "./house/visit.ts";
import { build, IMPOSSIBLE_WISH, MARATHON_WISH, openMore } from "./house/wishes.ts";

describe.skipIf(!canRun)("everybody can use", () => {
  const { visit, visitPlan } = useHouse();

  it("the form, empty and with problems", async () => {
    const page = await visit("/");
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    await picture(page, "form", { fullPage: true });
    await openMore(page);
    await build(page);
    await page.getByText("3 things need another look").waitFor();
    expect(await inspect(page, "form-problems", { fullPage: true })).toEqual([]);
  });

  it("the plan with its whole certificate", async () => {
    const page = await visitPlan(MARATHON_WISH);
    await page.getByRole("heading", { name: /Certificate/ }).waitFor();
    await page.locator("summary", { hasText: "Kept" }).click();
    expect(await inspectPlan(page, "plan")).toEqual([]);
    await picture(page, "plan-whole", { fullPage: true });
  });

  it("every sheet of a plan, on a phone where it takes the whole width", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    const sheet = page.getByRole("dialog");
    const looksGood = async (name: string): Promise<void> => {
      expect(await inspectPlan(page, name, { part: "dialog", looks: [PHONE] })).toEqual([]);
    };
    await page.getByRole("button", { name: "Next week" }).click();
    await page.getByRole("button", { name: /^Easy \d/ }).click();
    await sheet.getByRole("button", { name: /^Add how it felt/ }).click();
    await sheet.getByLabel("Time", { exact: true }).fill("soon");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("Write minutes and seconds").waitFor();
    await looksGood("session");
    await sheet.getByLabel("Move it to").fill("2026-12-04");
    await sheet.getByRole("button", { name: "See what it does" }).click();
    await sheet.getByRole("button", { name: "Change it" }).waitFor();
    await looksGood("preview");
    await sheet.getByRole("button", { name: "Change it" }).click();
    await sheet.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "History" }).click();
    await sheet.getByText("Easy run from Thu 3 Dec to Fri 4 Dec").waitFor();
    await sheet.getByRole("checkbox", { name: /original plan underneath/ }).check();
    await looksGood("history");
    await page.keyboard.press("Escape");
    await page.getByText("first: rest").waitFor();
    expect(await inspectPlan(page, "original", { looks: [PHONE] })).toEqual([]);
    const free = await task(page, "Days off");
    await free.getByRole("button", { name: "See what it does" }).click();
    await free.getByText("Choose a day.").waitFor();
    await looksGood("change");
  });

  it("a refusal", async () => {
    const page = await visitPlan(IMPOSSIBLE_WISH);
    await page.getByRole("heading", { name: "This wish cannot become a safe plan" }).waitFor();
    expect(await inspect(page, "refusal", { fullPage: true })).toEqual([]);
  });
});
