import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeAccount, signIn } from "./house/account.ts";
import { task } from "./house/calendar.ts";
import { canRun, DESKTOP, MID_PLAN, PHONE, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const MID_DESKTOP = { ...DESKTOP, ...MID_PLAN };

async function openLongRun(page: Page, state: RegExp = /^Long run/) {
  await page.locator('tr[data-week="2"]').getByRole("button", { name: state }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("heading", { level: 2 }).waitFor();
  return sheet;
}

async function typeNote(page: Page, note: string) {
  const sheet = await openLongRun(page);
  await sheet.getByRole("button", { name: /^Add how it felt/ }).click();
  await sheet.getByLabel("Note").fill(note);
  return sheet;
}

async function comeBack(page: Page, email: string): Promise<void> {
  await page.getByRole("heading", { name: "You were signed out" }).waitFor();
  await signIn(page, email);
}

describe.skipIf(!canRun)("a line or a session that is lost", () => {
  const { visitPlan } = useHouse();

  it("keeps the note that was typed, asks to sign in, and sends it then, at the day that was open", async () => {
    const page = await visitPlan(MARATHON_WISH, MID_DESKTOP);
    const plan = page.url();
    await makeAccount(page, "ada-keeps-a-note@example.org");
    await page.goto(plan);
    await planStands(page);
    const sheet = await typeNote(page, "Windy on the dyke.");
    await page.context().clearCookies();
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "You were signed out" }).waitFor();
    const sent = page.waitForResponse(
      (response) => response.url().endsWith("/completion") && response.status() === 200,
    );
    await signIn(page, "ada-keeps-a-note@example.org");
    await page.getByRole("dialog").getByText("Windy on the dyke.").first().waitFor();
    await sent;
    expect(new URL(page.url()).searchParams.get("day")).toBe("2026-12-06");

    // The same with what is open over the plan: a question, the words for its change, and the history.
    await page.keyboard.press("Escape");
    const free = await task(page, "Days off");
    await free.getByLabel("First day").fill("2026-12-29");
    await free.getByLabel("Last day").fill("2026-12-30");
    const back = (): Promise<void> => comeBack(page, "ada-keeps-a-note@example.org");
    await page.context().clearCookies();
    await free.getByRole("button", { name: "See what it does" }).click();
    await back();
    const open = page.getByRole("dialog");
    await open.getByRole("heading", { name: /^Keep .*29.*30.* free/ }).waitFor();
    await open.getByLabel("Why, in your own words").fill("Choir practice.");
    await page.context().clearCookies();
    await open.getByRole("button", { name: "Change it" }).click();
    await back();
    const why = open.getByLabel("Why, in your own words");
    await why.waitFor();
    expect(await why.inputValue()).toBe("Choir practice.");
    await page.keyboard.press("Escape");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "History" }).click();
    await back();
    await open.getByRole("heading", { name: "History" }).waitFor();
    await open.getByText("This is the plan as it was made.").waitFor();
  });

  it("says that a part has not been loaded yet, and opens it once the server answers", async () => {
    const page = await visitPlan(MARATHON_WISH, MID_DESKTOP);
    await page.route(/\/assets\/month-view|:\d+\/$/, (route) => route.abort());
    await page.reload();
    await planStands(page);
    await page.getByRole("radio", { name: "Month" }).check();
    await page.getByText("No connection: this part has not been loaded yet.").waitFor();
    await picture(page, "part-away");
    await page.unrouteAll();
    // A browser that remembers the failure is given the page anew; either way the month opens now.
    const opened = async (): Promise<boolean> => {
      await page.getByRole("radio", { name: "Month" }).check();
      return page.getByRole("button", { name: "Next month" }).isVisible();
    };
    await expect.poll(opened, { timeout: 12_000 }).toBe(true);
    expect(await page.getByText("No connection: this part").count()).toBe(0);
  });

  it("reads everything that may be opened beforehand, so that it opens without a connection", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...PHONE, ...MID_PLAN });
    const parts = ["session-sheet", "month-view", "progress-view", "change-sheet", "history-sheet"];
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    const loaded = (): string => asked.join(" ");
    for (const part of parts) await expect.poll(loaded, { timeout: 12_000 }).toContain(part);
  });

  it("says in sight of the sheet that what was told is kept here, and nowhere that it is done", async () => {
    const page = await visitPlan(MARATHON_WISH, MID_DESKTOP);
    const sheet = await openLongRun(page);
    await page.route("**/completion", (route) => route.abort());
    await sheet.getByRole("button", { name: "Done" }).click();
    await sheet.getByText("Long run: done. Kept here until there is a connection.").waitFor();
    const trouble = sheet.getByText(/No connection to the server. 1 change is kept here/);
    await trouble.waitFor();
    await picture(page, "kept-here");
    const seen = await trouble.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + 5, top + 5));
    });
    expect(seen).toBe(true);
  });

  it("sends what two tabs told while the line was lost, of each its own session", async () => {
    const page = await visitPlan(MARATHON_WISH, MID_DESKTOP);
    const other = await page.context().newPage();
    await other.clock.setFixedTime(new Date(MID_PLAN.now));
    await other.goto(page.url());
    await planStands(other);
    const context = page.context();
    await context.route("**/completion", (route) => route.abort());
    for (const [tab, name] of [
      [page, /^Long run/],
      [other, /^Easy/],
    ] as const) {
      const sheet = await openLongRun(tab, name);
      await sheet.getByRole("button", { name: "Done" }).click();
      await tab.keyboard.press("Escape");
    }
    // Each tab shows what waits in both.
    for (const tab of [page, other]) await tab.getByText(/2 changes are kept here/).waitFor();
    await context.unroute("**/completion");
    for (const tab of [page, other]) await tab.getByText(/No connection/).waitFor({ state: "hidden" });
    await page.reload();
    for (const name of [/^Long run \(done\)/, /^Easy.*\(done\)/])
      await page.locator('tr[data-week="2"]').getByRole("button", { name }).first().waitFor();
    expect(await page.getByText(/Told in another tab/).count()).toBe(0);
  });

  it("asks which note holds when another tab told the same session while one was typing", async () => {
    const page = await visitPlan(MARATHON_WISH, MID_DESKTOP);
    const other = await page.context().newPage();
    await other.clock.setFixedTime(new Date(MID_PLAN.now));
    await other.goto(page.url());
    await planStands(other);
    const mine = await typeNote(page, "Mine.");
    const theirs = await typeNote(other, "Theirs.");
    await theirs.getByRole("button", { name: "Save" }).click();
    await theirs.getByText("Theirs.").first().waitFor();
    await mine.getByText("Theirs.").first().waitFor();
    await mine.getByRole("button", { name: "Save" }).click();
    await mine.getByText("Told in another tab meanwhile: Done. “Theirs.”").waitFor();
    await expect.poll(() => mine.getByText("Long run: done.").count()).toBe(0);
    await picture(page, "two-tabs");
    await mine.getByRole("button", { name: "Keep what I said here" }).click();
    await other.getByRole("dialog").getByText("Mine.").first().waitFor();
  });
});
