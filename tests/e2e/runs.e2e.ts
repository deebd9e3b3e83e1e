import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PlanAnswer } from "@strideiq/contracts";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { REPOSITORY } from "./house/server.ts";
import { canRun, DESKTOP, PHONE, picture, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const FIXTURES = join(REPOSITORY, "tests/fixtures/activities");
const REAL = [
  "new-zealand-fr945.fit",
  "one-run-garmin-fenix-6.fit",
  "one-run-coros-pace-2.fit",
  "beach-run-runkeeper.gpx",
  "treadmill-fr945.fit",
  "half-mile-repeats-workout.fit",
].map((name) => join(FIXTURES, name));

const LATER = { timeout: 60_000 };

async function choose(
  page: Page,
  files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
): Promise<void> {
  await page.getByLabel("Choose files").setInputFiles(files);
  await page.getByRole("button", { name: "Undo this import" }).waitFor(LATER);
}

/** The first session of the visitor's plan as it would be run: on Tuesday, the day after the tests' own. */
async function runOfTuesday(page: Page): Promise<{ readonly buffer: Buffer; readonly name: string }> {
  const asked = await page.request.get(`/v1${new URL(page.url()).pathname}`);
  const answer = PlanAnswer.parse(await asked.json());
  if (answer.status !== "ready") throw new Error(answer.status);
  const { days } = answer.plan.weeks[0] ?? { days: [] };
  const [session] = days.find(({ date }) => date === "2026-11-24")?.sessions ?? [];
  if (session === undefined) throw new Error("Nothing is planned on Tuesday.");
  const { metres, seconds } = session;
  const steps = Math.floor(seconds / 10);
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const latitude = 52.5 + (index / steps) * (metres / 111_195);
    const time = new Date(Date.UTC(2026, 10, 24, 6) + index * 10_000).toISOString();
    return `<trkpt lat="${latitude.toFixed(7)}" lon="13.4"><time>${time}</time></trkpt>`;
  });
  const gpx = `<?xml version="1.0"?><gpx version="1.1" creator="Test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points.join("")}</trkseg></trk></gpx>`;
  return { buffer: Buffer.from(gpx), name: "tuesday.gpx" };
}

describe.skipIf(!canRun)("runs", () => {
  const { visit, visitPlan } = useHouse();

  it("come in as files, each named with what became of it", async () => {
    const page = await visit("/runs");
    await page.getByText("Nothing yet").waitFor();
    await choose(page, REAL);
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
    await choose(page, { ...run, mimeType: "application/gpx+xml" });
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
    const text = readFileSync(join(FIXTURES, "beach-run-runkeeper.gpx"), "utf8");
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], "beach.gpx"));
      return transfer;
    }, text);
    await page.dispatchEvent("body", "drop", { dataTransfer: data });
    await page.getByText("1 file imported").waitFor(LATER);
    await page.getByText("beach.gpx").waitFor();
  });
});
