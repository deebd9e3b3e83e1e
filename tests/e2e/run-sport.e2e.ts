import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { gpxRun, importFiles } from "./house/run-files.ts";
import { canRun, DESKTOP, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("the sport of a run", () => {
  const { visitPlan } = useHouse();

  it("is told on its page when the file told another, and told back the same way", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, hasBegun: true });
    await page.goto("/runs");
    const at = "2026-11-18T06:00:00Z";
    await importFiles(page, gpxRun("bicycle.gpx", { at, metres: 20_000, seconds: 4800 }));
    await page.getByRole("link", { name: /18 November/ }).click();
    await page.getByText(/^Best 10(\.0)? km$/).waitFor();
    await page.getByText("Run: was it another sport?").click();
    expect(await inspect(page, "run-sport", { fullPage: true })).toEqual([]);
    await page.getByRole("button", { name: "Ride", exact: true }).click();
    await page.getByRole("heading", { name: /Ride$/, level: 1 }).waitFor();
    await page.getByText("the sport is the one you told").waitFor();
    expect(await page.getByText(/^Best 10(\.0)? km$/).count()).toBe(0);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByRole("heading", { name: /Run$/, level: 1 }).waitFor();
  });
});
