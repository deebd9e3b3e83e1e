import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { canRun, picture, useHouse } from "./house/visit.ts";
import { send, typeMarathonWish } from "./house/wishes.ts";

/** The words that belong to a field by its description, as a screen reader would say them. */
const describedBy = (page: Page, name: string): Promise<string> =>
  page.getByLabel(name).evaluate((input) =>
    (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );

describe.skipIf(!canRun)("bad input", () => {
  const { visit } = useHouse({ isShared: true });
  let page: Page;
  beforeAll(async () => {
    page = await visit("/");
    await typeMarathonWish(page);
  });

  /** Sends the form with another value in one field, and gives what is said of that field. */
  async function saidOf(name: string, value: string, words: RegExp): Promise<void> {
    const before = await page.getByLabel(name).inputValue();
    await page.getByLabel(name).fill(value);
    await send(page);
    await expect.poll(() => describedBy(page, name), { timeout: 12_000 }).toMatch(words);
    const isFocused = (): Promise<boolean> =>
      page.getByLabel(name).evaluate((input) => input === document.activeElement);
    await expect.poll(isFocused).toBe(true);
    await page.getByLabel(name).fill(before);
  }

  it("names the minutes of 1:99:00 at the finish time and puts the cursor there", async () => {
    await saidOf("Finish time", "1:99:00", /99 minutes/);
    await picture(page, "form-problem");
  });

  it("shows what only the server knows at its field: a race that has passed", async () => {
    await saidOf("Race day", "2026-11-02", /passed/);
  });

  it("does not believe a half faster than the world record", async () => {
    await saidOf("Finish time", "0:52:10", /world record/);
  });

  it("says that five run days do not fit into four free ones, and forgets it once they do", async () => {
    const never = page.getByRole("group", { name: "Days that never work" });
    await never.getByRole("checkbox", { name: "Tuesday" }).check();
    await never.getByRole("checkbox", { name: "Thursday" }).check();
    await send(page);
    const message = page.getByText("5 run days do not fit into 4 free days");
    await message.waitFor();
    await never.getByRole("checkbox", { name: "Tuesday" }).uncheck();
    await message.waitFor({ state: "hidden" });
  });

  it("asks for the race day when it is missing, and keeps everything else that was typed", async () => {
    await saidOf("Race day", "", /Choose the day of your race/);
    await page.reload();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    expect(await page.getByLabel("Distance a week").inputValue()).toBe("55");
  });

  it("knows no plan under a made-up address, and leads back to the form", async () => {
    await page.goto("/plans/01a2044b-f052-7a16-8909-3938ca56e744");
    await page.getByRole("heading", { name: "No plan is shown here" }).waitFor();
    await page.getByRole("link", { name: "Back to the form" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
  });
});
