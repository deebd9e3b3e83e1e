import { describe, expect, it } from "vitest";
import { inspect, inspectPlan } from "./house/inspect.ts";
import { canRun, picture, useHouse } from "./house/visit.ts";
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

  it("the plan with its whole certificate, and a session of it", async () => {
    const page = await visitPlan(MARATHON_WISH);
    await page.getByRole("heading", { name: /Certificate/ }).waitFor();
    await page.locator("summary", { hasText: "Kept" }).click();
    expect(await inspectPlan(page, "plan")).toEqual([]);
    await picture(page, "plan-whole", { fullPage: true });
    await page
      .getByRole("button", { name: /^Long run/ })
      .first()
      .click();
    expect(await inspectPlan(page, "session", { part: "dialog" })).toEqual([]);
  });

  it("a refusal", async () => {
    const page = await visitPlan(IMPOSSIBLE_WISH);
    await page.getByRole("heading", { name: "This wish cannot become a safe plan" }).waitFor();
    expect(await inspect(page, "refusal", { fullPage: true })).toEqual([]);
  });
});
