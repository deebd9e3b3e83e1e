import { describe, expect, it } from "vitest";
import { canRun, picture, useHouse } from "./house/visit.ts";
import { send, typeMarathonWish } from "./house/wishes.ts";

describe.skipIf(!canRun)("bad input", () => {
  const { visit } = useHouse();

  /** The words that belong to a field by its description, as a screen reader would say them. */
  const describedBy = (name: string) => async (page: Awaited<ReturnType<typeof visit>>) =>
    page.getByLabel(name).evaluate((input) =>
      (input.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent ?? "")
        .join(" "),
    );

  it("names the minutes of 1:99:00 at the finish time and puts the cursor there", async () => {
    const page = await visit("/");
    await typeMarathonWish(page);
    await page.getByLabel("Finish time").fill("1:99:00");
    await send(page);
    expect(await describedBy("Finish time")(page)).toContain("99 minutes");
    expect(await page.getByLabel("Finish time").evaluate((el) => el === document.activeElement)).toBe(true);
    await picture(page, "form-problem");
  });

  it("shows what only the server knows at its field: a race that has passed", async () => {
    const page = await visit("/");
    await typeMarathonWish(page);
    await page.getByLabel("Race day").fill("2026-11-02");
    await send(page);
    await page.getByRole("alert").getByText("another look").waitFor();
    expect(await describedBy("Race day")(page)).toMatch(/passed/);
  });

  it("does not believe a half faster than the world record", async () => {
    const page = await visit("/");
    await typeMarathonWish(page);
    await page.getByLabel("Finish time").fill("0:52:10");
    await send(page);
    await page.getByRole("alert").getByText("another look").waitFor();
    expect(await describedBy("Finish time")(page)).toContain("world record");
  });

  it("says that five run days do not fit into four free ones, and forgets it once they do", async () => {
    const page = await visit("/");
    await typeMarathonWish(page);
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
    const page = await visit("/");
    await page.getByRole("radio", { name: "I know my numbers" }).check();
    await page.getByLabel("Distance a week").fill("55");
    await send(page);
    expect(await describedBy("Race day")(page)).toContain("Choose the day of your race");
    await page.reload();
    expect(await page.getByLabel("Distance a week").inputValue()).toBe("55");
  });

  it("knows no plan under a made-up address, and leads back to the form", async () => {
    const page = await visit("/plans/01a2044b-f052-7a16-8909-3938ca56e744");
    await page.getByRole("heading", { name: "There is no such plan here" }).waitFor();
    await page.getByRole("link", { name: "Back to the form" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
  });
});
