import { PlanAnswer } from "@strideiq/contracts";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { canRun, PHONE, useHouse } from "./house/visit.ts";
import { build } from "./house/wishes.ts";

/** Counts in the page what a visitor does with hands, whatever the test thinks it did. */
const countHands = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counts = { clicks: 0, keys: 0 };
    Object.assign(window, { hands: counts });
    addEventListener("pointerdown", () => (counts.clicks += 1), true);
    addEventListener("keydown", () => (counts.keys += 1), true);
  });
const hands = (page: Page): Promise<unknown> => page.evaluate((): unknown => Reflect.get(window, "hands"));

describe.skipIf(!canRun)("the beginning", () => {
  const { visit } = useHouse();

  it("is eight clicks and no key at most, from the first page to a plan in the calendar", async () => {
    const page = await visit("/");
    await countHands(page);
    await page.getByRole("radio", { name: /^Half marathon/ }).click();
    await page.getByRole("radio", { name: /^In 12 weeks/ }).click();
    await page.getByRole("radio", { name: /^Regular/ }).click();
    await page.getByRole("group", { name: "Days you run" }).first().getByRole("radio", { name: "5" }).click();
    await page.getByRole("radio", { name: "None of these" }).click();
    await build(page);
    await page.getByRole("heading", { level: 1, name: "Half marathon" }).waitFor();
    expect(await page.locator("tr[data-week]").count()).toBe(12);
    expect(await hands(page)).toEqual({ clicks: 6, keys: 0 });
  });

  it("works without a mouse", async () => {
    const page = await visit("/", PHONE);
    await page.getByRole("radio", { name: /^Marathon/ }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.getByRole("radio", { name: /^In 10 weeks/ }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: /^Starting out/ }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("radio", { name: "None of these" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Build my plan" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/plans/*");
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("asks what it must know, at its place, and keeps the rest", async () => {
    const page = await visit("/");
    await build(page);
    await page.getByText("3 things need another look").waitFor();
    await page.getByText("Choose the one that sounds most like you").waitFor();
    await page.getByText("it decides what the plan may hold").waitFor();
    await page.getByRole("radio", { name: "None of these" }).check();
    await page.getByText("it decides what the plan may hold").waitFor({ state: "hidden" });
  });

  it("sends whoever says yes to a doctor first, and plans easy running only", async () => {
    const page = await visit("/", PHONE);
    await page.getByRole("radio", { name: /^10K/ }).check();
    await page.getByRole("radio", { name: /^In 10 weeks/ }).check();
    await page.getByRole("radio", { name: /^Regular/ }).check();
    await page.getByRole("radio", { name: "One or more" }).check();
    await page.getByText("See a doctor before you train hard").waitFor();
    expect(await inspect(page, "start-health", { looks: [PHONE], fullPage: true })).toEqual([]);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });
    await build(page);
    await page.getByText("so it is until you say otherwise").waitFor({ state: "attached" });
    // One request: with a second one, a connection that breaks between them would leave a hard plan.
    expect(sent).toEqual(["/v1/plans"]);
    expect(await page.getByText(/told$/).count()).toBe(0);
    const answer = PlanAnswer.parse(
      await (await page.request.get(`/v1${new URL(page.url()).pathname}`)).json(),
    );
    const weeks = answer.status === "ready" ? answer.plan.weeks : [];
    const sessions = weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions));
    expect(sessions.length).toBeGreaterThan(30);
    expect(sessions.filter(({ quality, kind }) => quality && kind !== "race")).toEqual([]);
  });
});
