import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { gpxRun, importFiles, readyPlan, sessionOn } from "./house/run-files.ts";
import { canRun, DESKTOP, useHouse } from "./house/visit.ts";
import { TODAY } from "./house/server.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

/** Somebody who runs on Mondays, too: the tests' day is one. */
const MONDAY_WISH = { ...MARATHON_WISH, unavailable: ["wed", "fri"] } as const;

describe.skipIf(!canRun)("today", () => {
  const { visitPlan } = useHouse();

  it("says that its session is done as soon as the run is there, and how much was run", async () => {
    const page = await visitPlan({ ...MONDAY_WISH, unavailable: [...MONDAY_WISH.unavailable] }, DESKTOP);
    const { metres, seconds, title } = sessionOn(await readyPlan(page), TODAY);
    await page.getByRole("link", { name: "Today", exact: true }).click();
    const today = page.getByRole("region", { name: "Today" });
    await today.getByRole("heading", { name: title }).waitFor();
    expect(await today.getByText("Done").count()).toBe(0);
    await page.getByRole("link", { name: "Runs", exact: true }).click();
    await importFiles(page, gpxRun("today.gpx", { at: `${TODAY}T05:00:00Z`, metres, seconds }));
    await page.getByRole("link", { name: "Today", exact: true }).click();
    await today.getByText("Done").waitFor();
    await today.getByText(/^ran \d/).waitFor();
    expect(await inspect(page, "today-done", { fullPage: true })).toEqual([]);
  });
});
