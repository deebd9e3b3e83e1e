import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { week } from "./house/calendar.ts";
import { inspect } from "./house/inspect.ts";
import { gpxRun, importFiles, readyPlan, type RunFile, sessionOn } from "./house/run-files.ts";
import { canRun, DESKTOP, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

/** Sessions of the plan run as they were planned, at seven in the morning. */
async function runAsPlanned(page: Page, days: readonly string[]): Promise<readonly RunFile[]> {
  const plan = await readyPlan(page);
  return days.map((day) => {
    const { metres, seconds } = sessionOn(plan, day);
    return gpxRun(`${day}.gpx`, { at: `${day}T06:00:00Z`, metres, seconds });
  });
}

/** The same run once more in the evening. */
async function againInTheEvening(page: Page, day: string): Promise<RunFile> {
  const { metres, seconds } = sessionOn(await readyPlan(page), day);
  return gpxRun(`${day}-evening.gpx`, { at: `${day}T17:00:00Z`, metres, seconds });
}

/** Imports beside the plan, and comes back to it. */
async function importBeside(page: Page, files: readonly RunFile[]): Promise<void> {
  const path = new URL(page.url()).pathname;
  await page.goto("/runs");
  await importFiles(page, [...files]);
  await page.goto(path);
}

describe.skipIf(!canRun)("a plan beside what was run", () => {
  const { visitPlan } = useHouse();

  it("asks which run it was where only the runner knows, and is content with the answer", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, hasBegun: true });
    const [morning] = await runAsPlanned(page, ["2026-11-19"]);
    if (morning === undefined) throw new Error("no run");
    await importBeside(page, [morning, await againInTheEvening(page, "2026-11-19")]);
    const asked = week(page, 2).getByRole("button", { name: /[(]which run was it[?][)]/ });
    await asked.click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Several runs fit as well as each other.").waitFor();
    expect(await inspect(page, "which-run", { part: "dialog", looks: [DESKTOP] })).toEqual([]);
    await sheet.getByRole("button", { name: /^Thu 19 Nov, 18:00 · Run/ }).click();
    await sheet.getByText("Nailed: as long and as hard as planned").waitFor();
    await sheet.getByRole("link", { name: "Look at the run" }).click();
    await page.getByRole("heading", { name: "The session it was" }).waitFor();
  });

  it("tells on the card what was run, in the summary of the week, and by phase and week", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, hasBegun: true });
    const beside = gpxRun("beside.gpx", { at: "2026-11-16T06:00:00Z", metres: 4000, seconds: 1500 });
    const days = ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-15", "2026-11-17"];
    await importBeside(page, [...(await runAsPlanned(page, days)), beside]);
    await week(page, 1)
      .getByText(/^ran 13\.\d km · 1:\d\d:\d\d$/)
      .waitFor();
    await week(page, 2)
      .getByText(/Beside the plan/)
      .waitFor();
    await page.getByRole("radio", { name: "Progress", exact: true }).check();
    const kept = page.getByRole("region", { name: "Planned and run" }).first();
    expect(await kept.getByRole("row", { name: /^Whole plan/ }).innerText()).toMatch(/5 of 10/);
    expect(await kept.getByRole("row", { name: /^Week 1/ }).innerText()).toMatch(/4 of 5/);
    const extra = page.getByRole("region", { name: "Run beside the plan" });
    await extra.getByText(/4 km · load \d+/).waitFor();
    expect(await inspect(page, "review", { fullPage: true })).toEqual([]);
  });

  it("says on each card how it went, in words and by shape, on a phone and in the dark, too", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, hasBegun: true });
    const plan = await readyPlan(page);
    const run = (day: string, share: number, hurry: number): RunFile => {
      const { metres, seconds } = sessionOn(plan, day);
      return gpxRun(`${day}.gpx`, {
        at: `${day}T06:00:00Z`,
        metres: metres * share,
        seconds: (seconds * share) / hurry,
      });
    };
    // As planned, two thirds of it, and raced.
    await importBeside(page, [
      run("2026-11-10", 1, 1),
      run("2026-11-11", 0.66, 1),
      run("2026-11-12", 1, 1.4),
    ]);
    const cards = week(page, 1);
    for (const words of ["done, nailed", "done, close to plan", "done, not as planned", "missed"])
      await cards
        .getByRole("button", { name: new RegExp(`[(]${words}[)]`) })
        .first()
        .waitFor();
    for (const words of ["Nailed", "Close to plan", "Not as planned", "Missed"])
      await cards.getByText(words, { exact: true }).first().waitFor();
    expect(await inspect(page, "cards-judged", { fullPage: true })).toEqual([]);
  });

  it("keeps the runner's own words on top of a run, and the run when they are taken back", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, hasBegun: true });
    await importBeside(page, await runAsPlanned(page, ["2026-11-17"]));
    await page.getByText(/^ran 14\.?\d? km/).waitFor();
    await page.getByRole("button", { name: /[(]done, nailed[)]/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("link", { name: "Look at the run" }).waitFor();
    await sheet.getByRole("button", { name: /^Add how it felt/ }).click();
    await sheet.getByLabel("Note").fill("Heavy legs");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByRole("button", { name: "Take it back" }).click();
    await sheet.getByRole("link", { name: "Look at the run" }).waitFor();
    expect(await sheet.getByText("Heavy legs").count()).toBe(0);
    expect(await page.getByText(/in another tab/).count()).toBe(0);
  });
});
