import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { zipOf } from "../../packages/activity-files/src/synthetic/zip.fixture.ts";
import { week } from "./house/calendar.ts";
import { inspect } from "./house/inspect.ts";
import { gpxRun, readyPlan, realRun, type RunFile, sessionOn } from "./house/run-files.ts";
import { canRun, DESKTOP, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const fileOf = (name: string, buffer: Buffer): RunFile => ({
  name,
  mimeType: "application/octet-stream",
  buffer,
});
const real = (name: string, as = name): RunFile => fileOf(as, readFileSync(realRun(name)));

/** Recordings of real runners, of every format, and what a folder of a watch holds beside them. */
const REAL = [
  "new-zealand-fr945.fit",
  "one-run-garmin-fenix-6.fit",
  "one-run-coros-pace-2.fit",
  "treadmill-fr945.fit",
  "laps-only-clock-1990-fr70.fit",
  "intervals.tcx",
  "beach-run-runkeeper.gpx",
  "half-mile-repeats-workout.fit",
  "cut-off.fit",
].map((name) => real(name));

/** Twenty files: nine of real runners, the sessions of a week of the plan, and what is not to be believed. */
async function twentyFiles(page: Page): Promise<readonly RunFile[]> {
  const plan = await readyPlan(page);
  const asPlanned = (day: string): RunFile => {
    const { metres, seconds } = sessionOn(plan, day);
    return gpxRun(`${day}.gpx`, { at: `${day}T06:00:00Z`, metres, seconds });
  };
  const [tuesday, wednesday, thursday, sunday] = ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-15"].map(
    asPlanned,
  );
  if (tuesday === undefined || wednesday === undefined || thursday === undefined || sunday === undefined)
    throw new Error("no sessions");
  const zipped = [thursday, sunday].map(({ buffer, name }) => ({ name, bytes: buffer }));
  const walk = { at: "2026-11-13T16:00:00Z", metres: 4000, seconds: 3000, type: "walking" } as const;
  const earlier = (day: string): RunFile =>
    gpxRun(`${day}.gpx`, { at: `${day}T07:00:00Z`, metres: 9000, seconds: 3200 });
  return [
    ...REAL,
    tuesday,
    fileOf("2026-11-11.gpx.gz", gzipSync(wednesday.buffer)),
    fileOf("two-more.zip", zipOf(zipped)),
    real("new-zealand-fr945.fit", "new-zealand-again.fit"),
    gpxRun("walk.gpx", walk),
    fileOf("broken.gpx", Buffer.from("<?xml version='1.0'?><gpx><trk><trkseg><trkpt lat='52")),
    fileOf("nothing.fit", Buffer.alloc(0)),
    fileOf("letter.txt", Buffer.from("Dear coach")),
    ...["2026-09-29", "2026-10-06", "2026-10-13"].map(earlier),
  ];
}

describe.skipIf(!canRun)("twenty files of every kind", () => {
  const { visitPlan } = useHouse();

  it("are each named with what became of them, turn their sessions to done, and go again when the import is undone", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, hasBegun: true });
    const path = new URL(page.url()).pathname;
    const first = week(page, 1);
    expect(await first.locator("td").last().innerText()).toMatch(/^0 .*\/.*55 km/s);
    const files = await twentyFiles(page);
    expect(files).toHaveLength(20);

    await page.goto("/runs");
    await page.getByLabel("Choose files").setInputFiles([...files]);
    await page
      .getByText(/^(Sending file|\d+ read|\d+ of \d+ read|Waiting to be read)/)
      .first()
      .waitFor();
    await page.getByRole("progressbar").waitFor();
    await page
      .getByText(/^1\d files imported, 1 file known already, \d files refused$/)
      .waitFor({ timeout: 90_000 });
    const report = (name: string) => page.getByRole("listitem").filter({ hasText: name }).last();
    expect(await report("new-zealand-again.fit").innerText()).toMatch(/known already/);
    expect(await report("letter.txt").innerText()).toMatch(/letter\.txt\s+\S+/);
    expect(await report("nothing.fit").innerText()).toMatch(/nothing\.fit\s+\S+/);
    expect(await report("broken.gpx").innerText()).toMatch(/broken\.gpx\s+\S+/);
    expect(await report("half-mile-repeats").innerText()).toMatch(/It holds a workout for a watch/);
    await page.getByText("second recording of a run").waitFor();
    await page.getByRole("link", { name: /13 November 2026 · Walk/ }).waitFor();
    await page.getByRole("img", { name: /^Fitness from/ }).waitFor();
    expect(await inspect(page, "mixed-files", { fullPage: true })).toEqual([]);

    await page.goto(path);
    await first
      .getByRole("button", { name: /[(]done/ })
      .nth(3)
      .waitFor();
    expect(await first.getByRole("button", { name: /[(]done/ }).count()).toBe(4);
    expect(await first.locator("td").last().innerText()).toMatch(/^50.*\/.*55 km/s);

    await page.goto("/runs");
    await page.getByRole("button", { name: "Undo this import" }).click();
    await page.getByText("Nothing yet").waitFor();
    expect(await page.getByRole("heading", { name: "Fitness and fatigue" }).count()).toBe(0);
    await page.goto(path);
    await first.getByRole("button").first().waitFor();
    await expect.poll(() => first.getByRole("button", { name: /[(]done/ }).count()).toBe(0);
    expect(await first.locator("td").last().innerText()).toMatch(/^0 .*\/.*55 km/s);
  });
});
