import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { gpxRun, importFiles, readyPlan } from "./house/run-files.ts";
import { canRun, useHouse } from "./house/visit.ts";
import { send } from "./house/wishes.ts";

/** Four weeks before the tests' own day, of four runs each; the longest is of 16 km. */
const FOUR_WEEKS = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"].flatMap((monday) =>
  [8, 9, 7, 16].map((km, index) => {
    const at = new Date(Date.parse(`${monday}T07:00:00Z`) + (index * 2 + 1) * 86_400_000 - 86_400_000);
    const run = { at: at.toISOString(), metres: km * 1000, seconds: km * 350 };
    return gpxRun(`${at.toISOString().slice(0, 10)}.gpx`, run);
  }),
);

describe.skipIf(!canRun)("the question what is run now", () => {
  const { visit } = useHouse();

  it("is answered by the runs, which the runner takes as they are or knows better", async () => {
    const page = await visit("/runs");
    await importFiles(page, FOUR_WEEKS);
    await page.getByText("16 files imported").waitFor();
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByText("16 runs of the last 4 weeks say this").waitFor();
    await page.getByText("They came from your files.").waitFor();
    expect(await page.getByRole("radio", { name: "From your runs" }).isChecked()).toBe(true);
    expect(await page.getByLabel("Distance a week").inputValue()).toBe("40");
    expect(await page.getByLabel("Longest run").inputValue()).toBe("16");
    await page.getByText("For a marathon your runs say: Regular.").waitFor();
    expect(await page.getByRole("radio", { name: /^Regular/ }).isChecked()).toBe(true);
    expect(await inspect(page, "from-runs", { fullPage: true })).toEqual([]);

    // A level of the runner's own stands, and the runs come back as they were.
    await page.getByRole("radio", { name: /^Committed/ }).check();
    await page.getByRole("radio", { name: "In words" }).check();
    expect(await page.getByLabel("Longest run").count()).toBe(0);
    await page.getByRole("radio", { name: "From your runs" }).check();
    expect(await page.getByRole("radio", { name: /^Regular/ }).isChecked()).toBe(true);

    await page.getByRole("radio", { name: /^In 20 weeks/ }).check();
    await send(page);
    await page.waitForURL("**/plans/*");
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    const { request } = await readyPlan(page);
    expect(request).toMatchObject({ weeklyMetres: 40_000, longestMetres: 16_000, tier: null });
    expect(request.history?.weeks.map(({ runs }) => runs)).toEqual([4, 4, 4, 4]);

    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByLabel("Distance a week").fill("35");
    await send(page);
    await page.waitForURL((url) => url.pathname.startsWith("/plans/"));
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    const changed = await readyPlan(page);
    expect(changed.request).toMatchObject({ weeklyMetres: 35_000, history: null });
  });
});
