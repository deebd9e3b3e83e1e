import { describe, expect, it } from "vitest";
import { change, said, task, week } from "./house/calendar.ts";
import { canRun, picture, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("a plan that gets another shape on the way", () => {
  const { visitPlan } = useHouse();

  it("pauses and goes on, repeats a week, takes its long runs to Saturday, and goes back to the original", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const sheet = page.getByRole("dialog");
    const pause = await task(page, "Pause");
    await pause.getByLabel("First day").fill("2027-01-04");
    await pause.getByLabel("Last day").fill("2027-01-10");
    await pause.getByRole("button", { name: "See what it does" }).click();
    await sheet.getByRole("button", { name: "Change it" }).waitFor();
    await picture(page, "pause");
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Pause from Mon 4 Jan to Sun 10 Jan.");
    await expect.poll(() => week(page, 7).getByRole("button").count()).toBe(0);
    await week(page, 7).getByText("Pause").first().waitFor();
    await week(page, 8).getByRole("button").first().waitFor();

    await change(page, await task(page, "Repeat a week"), "Run week 1 once more");

    const long = await task(page, "Long run on another day");
    await long.getByLabel("Long run on").selectOption("Saturday");
    await change(page, long, "Long runs on Saturdays");
    const saturday = week(page, 10).locator("td").nth(5);
    await saturday.getByRole("button", { name: /^Long/ }).first().waitFor();

    await page.getByRole("button", { name: "History" }).click();
    await sheet.getByText("Long runs on another day").waitFor();
    await sheet.getByText("A week once more").waitFor();
    await sheet.getByRole("button", { name: "Back to the original plan" }).click();
    await sheet.getByRole("button", { name: "Yes, go back" }).click();
    await sheet.getByText("The plan is the original one again").waitFor();
    await sheet.getByText("An earlier plan restored").waitFor();
    await page.keyboard.press("Escape");
    await week(page, 7).getByRole("button").first().waitFor();
    await week(page, 10).locator("td").nth(6).getByRole("button", { name: /^Long/ }).first().waitFor();
  });

  it("is built anew towards another race day", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const race = await task(page, "Another race day");
    await race.getByLabel("Race day").fill("2027-05-02");
    await change(page, race, "Race on Sunday 2 May 2027");
    const rows = page.locator("tr[data-week]");
    await expect.poll(() => rows.count()).toBe(23);
    await rows
      .last()
      .getByRole("button", { name: /^Race day/ })
      .waitFor();
    await page.getByText("Sunday 2 May 2027").first().waitFor();
  });
});
