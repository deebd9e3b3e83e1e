import { describe, expect, it } from "vitest";
import { makeAccount } from "./house/account.ts";
import { violations } from "./house/axe.ts";
import { inspect } from "./house/inspect.ts";
import { TODAY } from "./house/server.ts";
import { canRun, PHONE, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("what is one's own", () => {
  const { visit, visitPlan } = useHouse();

  it("is today's session first, then the days after, then the plans", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByText("Nothing to run today").waitFor();
    const after = page.getByRole("region", { name: "The days after" });
    await expect.poll(() => after.getByRole("listitem").count()).toBe(6);
    const [first] = await after.getByRole("link").allInnerTexts();
    expect(await inspect(page, "today", { fullPage: true })).toEqual([]);
    await after.getByRole("link").first().click();
    await page.waitForURL(/\/plans\/[\w-]+\?day=2026-11-24$/);
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Tuesday 24 November 2026").waitFor();
    expect(first).toContain(await sheet.getByRole("heading", { level: 2 }).innerText());
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("link", { name: /^Marathon/ }).click();
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
  });

  it("has the day of the plan's own zone, in the browser of a traveller as in the calendar", async () => {
    const away = { ...PHONE, timeZone: "Pacific/Auckland", now: `${TODAY}T20:00:00Z` };
    const page = await visitPlan(MARATHON_WISH, away);
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    await page.getByText("146 days to go").waitFor();
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByText("Monday 23 November 2026").waitFor();
  });

  it("are settings that hold at once and after a reload", async () => {
    const page = await visit("/settings");
    await page.getByRole("radio", { name: "Miles" }).last().check();
    await page.getByRole("radio", { name: "Sunday" }).check();
    await page.reload();
    expect(await page.getByRole("radio", { name: "Sunday" }).isChecked()).toBe(true);
    expect(await inspect(page, "settings")).toEqual([]);
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByText("Make it fit").click();
    expect(await page.getByRole("radio", { name: "Sunday" }).last().isChecked()).toBe(true);
    await page.getByText("26.2 mi").waitFor();
  });

  it("are sessions by time or by distance, the hours of the clock, and the first day of a month's weeks", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const plan = page.url();
    const easy = page.locator('tr[data-week="2"]').getByRole("button", { name: /^Easy 9/ });
    expect(await easy.innerText()).toMatch(/^Easy\s+9\.5\s+km\s+about 5\d min/);
    await page.goto("/settings");
    await page.getByRole("radio", { name: "Time" }).check();
    await page.getByRole("radio", { name: "2:30 pm" }).check();
    await page.getByRole("radio", { name: "Sunday" }).check();
    await page.goto(plan);
    await planStands(page);
    const byTime = page.locator('tr[data-week="2"]').getByRole("button", { name: /^Easy 5\d/ });
    expect(await byTime.innerText()).toMatch(/^Easy\s+5\d\s+min\s+9\.5 km/);
    const summary = await page.locator('tr[data-week="2"] td').last().innerText();
    expect(summary).toMatch(/^\d h( \d+ min)?/);
    expect(summary).toMatch(/Long\s+(1 h )?\d+ min\s+In all\s+58 km/);
    await page
      .getByRole("radio", { name: /^Option B/ })
      .first()
      .evaluate((input) => {
        if (input instanceof HTMLElement) input.click();
      });
    await page
      .getByText(/^Option B chosen/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "History" }).click();
    await page
      .getByRole("dialog")
      .getByText(/\d \w+, \d+:\d\d\s[ap]m ·/)
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: "Month" }).check();
    await page.getByRole("columnheader").first().getByText("Sun").waitFor();
    await page.getByRole("button", { name: "Next month" }).click();
    const row = page.getByRole("row").nth(2);
    await expect.poll(() => row.getByRole("cell").first().innerText()).toMatch(/^6\s/);
  });

  it("are consents that are given to a text and taken back, with what they covered", async () => {
    const page = await visit("/");
    await page.getByRole("radio", { name: "None of these" }).check();
    await page.goto("/account");
    const card = page.getByRole("region", { name: "Consents" });
    await card.getByRole("button", { name: "I agree" }).click();
    await card.getByText(/agreed to on/).waitFor();
    await card.getByRole("button", { name: "I agree" }).waitFor({ state: "detached" });
    const told = async (): Promise<unknown> => (await page.request.get("/v1/questionnaires")).json();
    expect(await told()).toMatchObject({ questionnaires: [{ healthAnswers: { oneOrMoreSigns: false } }] });
    await card.getByRole("button", { name: "Withdraw" }).click();
    await card.getByText(/withdrawn on/).waitFor();
    await card.getByRole("button", { name: "I agree" }).waitFor();
    expect(JSON.stringify(await told())).not.toContain("oneOrMoreSigns");
  });

  it("are keys that are shown once, the data in a file, and an end behind a word", async () => {
    const page = await visit("/nothing");
    await makeAccount(page, "ada-owns@example.org", "<b>Ada</b>");
    await page.goto("/account");
    await page.getByRole("main").getByText("<b>Ada</b>", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByText("Write a name of at most 100 characters").waitFor();
    await page.getByLabel("What it is for").fill("My watch");
    await page.getByRole("button", { name: "Make a key" }).click();
    const secret = await page.locator("code").innerText();
    const asked = await page.request.get("/v1/me", { headers: { authorization: `Bearer ${secret}` } });
    expect(await asked.json()).toMatchObject({ kind: "api_key", scopes: ["read"] });
    expect(await inspect(page, "account", { fullPage: true })).toEqual([]);
    await page.getByRole("button", { name: "End this key: My watch" }).click();
    await page.getByText(/· ended/).waitFor();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download everything" }).click();
    expect((await download).suggestedFilename()).toBe("strideiq-export.json");

    await page.getByRole("button", { name: "Delete everything of mine" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await dialog.getByText("Write the word delete, then everything goes").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("Write delete to go on").fill("delete");
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await page.getByRole("heading", { name: "Everything of yours is deleted" }).waitFor();
    await page.goto("/account");
    await page.getByRole("main").getByText("Nobody yet").waitFor();
  });
});
