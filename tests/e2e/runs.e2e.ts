import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { gpxRun, importFiles, readyPlan, realRun, type RunFile, sessionOn } from "./house/run-files.ts";
import { canRun, DESKTOP, PHONE, picture, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const REAL = [
  "new-zealand-fr945.fit",
  "one-run-garmin-fenix-6.fit",
  "one-run-coros-pace-2.fit",
  "beach-run-runkeeper.gpx",
  "treadmill-fr945.fit",
  "half-mile-repeats-workout.fit",
].map(realRun);

/** The first session of the visitor's plan as it would be run: on Tuesday, the day after the tests' own. */
async function runOfTuesday(page: Page): Promise<RunFile> {
  const { metres, seconds } = sessionOn(await readyPlan(page), "2026-11-24");
  return gpxRun("tuesday.gpx", { at: "2026-11-24T06:00:00Z", metres, seconds });
}

describe.skipIf(!canRun)("runs", () => {
  const { visit, visitPlan } = useHouse();

  it("come in as files, each named with what became of it", async () => {
    const page = await visit("/runs");
    await page.getByText("Nothing yet").waitFor();
    await importFiles(page, REAL);
    await page.getByText("5 files imported, 1 file refused").waitFor();
    await page.getByText("half-mile-repeats-workout.fit").waitFor();
    await page.getByText("second recording of a run").waitFor();
    expect(await inspect(page, "runs", { fullPage: true })).toEqual([]);

    await page.getByRole("link", { name: /7 Jan/ }).click();
    await page.getByRole("img", { name: /^Pace over the run/ }).waitFor();
    await page.getByRole("heading", { name: "Laps" }).waitFor();
    await page.getByText("Best 5 km").waitFor();
    expect(await inspect(page, "run", { fullPage: true })).toEqual([]);

    await page.getByRole("link", { name: "All runs" }).click();
    await page.getByRole("link", { name: /second recording of a run/ }).click();
    await page.getByRole("button", { name: "It is another run" }).click();
    await page.getByRole("button", { name: "It is the same run" }).click();
    await page.getByRole("button", { name: "It is another run" }).waitFor();
    await page.getByRole("link", { name: "All runs" }).click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await page.getByText("Nothing yet").waitFor();
  });

  it("may be told by hand, and said to be a session", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.goto("/runs");
    await page.getByRole("button", { name: "Tell of a run" }).click();
    await page.getByLabel("Distance").fill("3");
    await page.getByRole("button", { name: "Keep this run" }).click();
    await page.getByText("Give a time such as").waitFor();
    await page.getByLabel("Time").fill("20:00");
    await page.getByLabel("Day").fill("2027-11-24");
    await page.getByRole("button", { name: "Keep this run" }).click();
    await page.getByText("This day has not come yet").waitFor();
    await page.getByLabel("Day").fill("2026-11-23");
    expect(await inspect(page, "run-told", { fullPage: true })).toEqual([]);
    await page.getByRole("button", { name: "Keep this run" }).click();
    await page.getByRole("link", { name: /23 Nov.*3 km/ }).click();
    await page.getByRole("heading", { name: "Was it one of these sessions?" }).waitFor();
    await page.getByRole("button", { name: /24 Nov/ }).click();
    await page.getByRole("heading", { name: "The session it was" }).waitFor();
  });

  it("turn a session of the calendar to done, and back when the import is undone", async () => {
    const page = await visitPlan(MARATHON_WISH, DESKTOP);
    const path = new URL(page.url()).pathname;
    const run = await runOfTuesday(page);
    await page.goto("/runs");
    await importFiles(page, run);
    await page.getByText("1 file imported").waitFor();
    await page.goto(path);
    const week = page.locator('tr[data-week="1"]');
    await week.getByRole("button", { name: /[(]done[)]/ }).waitFor();
    await picture(page, "run-done");
    await page.goto("/runs");
    await page.getByRole("button", { name: "Undo this import" }).click();
    await page.getByText("Nothing yet").waitFor();
    await page.goto(path);
    await week.getByRole("button").first().waitFor();
    await expect.poll(() => week.getByRole("button", { name: /[(]done[)]/ }).count()).toBe(0);
  });

  it("may be dropped on the calendar", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    const text = readFileSync(realRun("beach-run-runkeeper.gpx"), "utf8");
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], "beach.gpx"));
      return transfer;
    }, text);
    await page.dispatchEvent("body", "drop", { dataTransfer: data });
    await page.getByText("1 file imported").waitFor({ timeout: 60_000 });
    await page.getByText("beach.gpx").waitFor();
  });
});
