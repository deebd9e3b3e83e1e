import type { PlanWishInput } from "@strideiq/contracts";
import { describe, expect, it } from "vitest";
import { inspectPlan } from "./house/inspect.ts";
import { canRun, MID_PLAN, PHONE, picture, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

/** The longest plan there is, of three days a week. */
const LONG_WISH = { ...MARATHON_WISH, raceDate: "2027-05-09", daysPerWeek: 3 } satisfies PlanWishInput;

/** Somebody who begins to run: walking and running in turn. */
const NEW_RUNNER_WISH = {
  distance: "5k",
  raceDate: "2027-02-14",
  timeZone: "Europe/Berlin",
  daysPerWeek: 3,
  tier: "builder",
} satisfies PlanWishInput;

const LONG_NOTE =
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkundenübergabe am Straßenbahndepot, danach ausgelaufen";

const PLANS = [
  { what: "long", wish: LONG_WISH, weeks: 24 },
  { what: "new-runner", wish: NEW_RUNNER_WISH, weeks: 12 },
] as const;

describe.skipIf(!canRun)("plans that are unlike the others", () => {
  const { visitPlan } = useHouse();

  it.each(PLANS)("stand on the screen whole ($what)", async ({ what, wish, weeks }) => {
    const page = await visitPlan(wish);
    expect(await page.locator("tr[data-week]").count()).toBe(weeks);
    await page.getByRole("heading", { name: /Certificate/ }).waitFor();
    await picture(page, `${what}-whole`, { fullPage: true });
    await page
      .getByRole("main")
      .getByRole("button", { name: /km|min/ })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("heading", { level: 2 }).waitFor();
    await picture(page, `${what}-session`);
    await page.keyboard.press("Escape");
    expect(await inspectPlan(page, what, { looks: [PHONE], fullPage: true })).toEqual([]);
  });

  it("hold words as long as a language has them", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...PHONE, ...MID_PLAN });
    await page
      .getByRole("button", { name: /^Medium-long/ })
      .first()
      .click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: /^Add how it felt/ }).click();
    await sheet.getByLabel("Note").fill(LONG_NOTE);
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText(LONG_NOTE).scrollIntoViewIfNeeded();
    const isWider = await sheet.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(isWider).toBe(false);
    expect(await inspectPlan(page, "long-words", { part: "dialog", looks: [PHONE] })).toEqual([]);
  });
});
