import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parsePlanDocument, PlanAnswer } from "@strideiq/contracts";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY, TODAY } from "./house/server.ts";
import { canRun, PHONE, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH, send, typeMarathonWish } from "./house/wishes.ts";

describe.skipIf(!canRun)("from the wish to the plan", () => {
  const { visit, visitPlan } = useHouse();

  it("gives the marathon runner 21 weeks that never run on a Monday and end with the race, as the command line does", async () => {
    const page = await visit("/");
    await typeMarathonWish(page);
    await picture(page, "form-typed");
    await page.getByRole("radio", { name: "Miles, mi" }).check();
    expect(await page.getByLabel("Distance a week").inputValue()).toBe("34.2");
    await page.getByRole("radio", { name: "Kilometres, km" }).check();
    expect(await page.getByLabel("Distance a week").inputValue()).toBe("55");
    await send(page);

    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    await planStands(page);
    const rows = page.locator("tr[data-week]");
    expect(await rows.count()).toBe(21);
    for (const monday of await rows.locator("td:nth-of-type(1)").all())
      expect(await monday.getByRole("button").count()).toBe(0);
    const raceDay = rows.last().locator("td:nth-of-type(7)");
    expect(await raceDay.getByRole("button").innerText()).toMatch(/Race day\s+42.2/);
    expect(await raceDay.innerText()).toContain("18");
    expect(await page.getByText("146 days to go").count()).toBe(1);

    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const answer = await page.request.get(`/v1/plans/${id}`);
    const shown = PlanAnswer.parse(await answer.json());
    const printed = parsePlanDocument(JSON.parse(planOnTheCommandLine()));
    expect(printed.ok && shown.status === "ready" && shown.plan.weeks).toEqual(
      printed.ok && printed.value.weeks,
    );

    await page.getByRole("radio", { name: "Miles, mi" }).check();
    const total = page.locator('tr[data-week="1"] td').last();
    await expect.poll(() => total.innerText()).toMatch(/3\d(\.\d)? mi/);
    await page.reload();
    await expect.poll(() => total.innerText()).toMatch(/3\d(\.\d)? mi/);
    await page.getByRole("link", { name: "New plan" }).click();
    expect(await page.getByLabel("Finish time").inputValue()).toBe("1:38:20");
    await page.getByRole("link", { name: "Back to your plan" }).click();
    await planStands(page);
  });

  it("is an agenda on a phone, a week at a time", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.getByRole("heading", { name: /^Week 1/ }).waitFor();
    await page.getByRole("button", { name: "Next week" }).click();
    await page.getByRole("heading", { name: /^Week 2/ }).waitFor();
    await page.getByRole("slider", { name: "Choose a week" }).press("End");
    await page.getByRole("heading", { name: /^Week 21/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it("goes by time and effort where no race result is known, and shows no pace", async () => {
    const page = await visit("/");
    await page.getByRole("radio", { name: "10K 10 km" }).check();
    await page.getByLabel("Race day").fill("2027-02-14");
    await page.getByRole("radio", { name: /^Regular/ }).check();
    await send(page);
    await page.locator("tr[data-week]").first().waitFor();
    await picture(page, "plan-by-effort");
    await page.getByRole("heading", { name: "Your efforts" }).waitFor();
    const card = page.locator('tr[data-week="1"]').getByRole("button").first();
    expect(await card.innerText()).toMatch(/min/);
    expect(await page.locator("main").innerText()).not.toMatch(/\d:\d\d(–\d:\d\d)? ?\/km/);
  });
});

describe.skipIf(!canRun)("a plan on a wide screen", () => {
  const { visitPlan } = useHouse({ isShared: true });
  let page: Page;
  beforeAll(async () => {
    page = await visitPlan(MARATHON_WISH);
  });

  it("says each week's sum as the sum of its days", async () => {
    const row = page.locator('tr[data-week="3"]');
    await row.waitFor();
    const sizes = await row.getByRole("button").filter({ hasText: "km" }).allInnerTexts();
    expect(sizes).toHaveLength(5);
    const total = sizes
      .map((text) => Number(/([\d.]+)\s+km/.exec(text)?.[1]))
      .reduce((sum, distance) => sum + distance, 0);
    const said = Number(/([\d.]+)\s+km/.exec(await row.locator("td").last().innerText())?.[1]);
    expect(Math.abs(said - total)).toBeLessThan(0.5);
  });

  it("opens a session from the keyboard, step by step with paces, and gives the focus back", async () => {
    const card = page.getByRole("button", { name: /^Easy \+ strides/ }).first();
    await card.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    expect(await sheet.innerText()).toMatch(/\d:\d\d–\d:\d\d \/km/);
    const why = sheet.getByRole("region", { name: "Why this session" });
    expect(await why.getByRole("listitem").count()).toBeGreaterThan(0);
    expect(await why.innerText()).toMatch(/\w+ quick pieces of 20\ss/);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("shows the certificate with every law in a sentence, and nothing broken", async () => {
    const certificate = page.getByRole("region", { name: /Certificate/ });
    expect(await certificate.innerText()).toMatch(/\d+ checks, (no remarks|\d+ remarks?)/);
    expect(await certificate.innerText()).not.toContain("broken");
    await certificate.locator("summary", { hasText: "Kept" }).click();
    expect(await certificate.getByRole("listitem").count()).toBeGreaterThan(25);
  });

  it("leads from a bar of the ribbon to its week", async () => {
    await page.getByRole("link", { name: /^Week 18,/ }).click();
    const row = page.locator("#week-18");
    await expect.poll(async () => (await row.boundingBox())?.y ?? 9999).toBeLessThan(400);
  });
});

/** The same wish as an offline plan, in the document that `strideiq plan` prints. */
function planOnTheCommandLine(): string {
  const wish =
    "--race marathon --on 2027-04-18 --result half_marathon:1:38:20 --weekly-km 55 --longest-km 18 --days 5 --off mon";
  const program = join(REPOSITORY, "apps/cli/src/main.ts");
  const call = [program, "plan", ...wish.split(" "), "--today", TODAY, "--format", "json"];
  return execFileSync(process.execPath, call, { cwd: REPOSITORY, encoding: "utf8" });
}
