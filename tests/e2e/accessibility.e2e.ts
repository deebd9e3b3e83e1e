import { violations } from "./house/axe.ts";
import { describe, expect, it } from "vitest";
import { canRun, LOOKS, picture, TWO_LOOKS, useHouse } from "./house/visit.ts";
import { build, IMPOSSIBLE_WISH, MARATHON_WISH, openMore } from "./house/wishes.ts";

describe.skipIf(!canRun)("everybody can use the page", () => {
  const { visit, visitPlan } = useHouse();

  it.each(LOOKS)("the form, empty and with problems ($name)", async (look) => {
    const page = await visit("/", look);
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    await picture(page, `form-${look.name}`, { fullPage: true });
    expect(await violations(page)).toEqual([]);
    await openMore(page);
    await build(page);
    expect(await violations(page)).toEqual([]);
  });

  it.each(LOOKS)("the plan, a session and the whole certificate ($name)", async (look) => {
    const page = await visitPlan(MARATHON_WISH, look);
    await page.getByRole("heading", { name: /Certificate/ }).waitFor();
    await picture(page, `plan-${look.name}`);
    await picture(page, `plan-${look.name}-whole`, { fullPage: true });
    await page.locator("summary", { hasText: "Kept" }).click();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole("button", { name: /^Long run/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    await picture(page, `session-${look.name}`);
    expect(await violations(page, "dialog")).toEqual([]);
  });

  it.each(TWO_LOOKS)("a refusal ($name)", async (look) => {
    const page = await visitPlan(IMPOSSIBLE_WISH, look);
    await page.getByRole("heading", { name: "This wish cannot become a safe plan" }).waitFor();
    await picture(page, `refusal-${look.name}`, { fullPage: true });
    expect(await violations(page)).toEqual([]);
  });
});
