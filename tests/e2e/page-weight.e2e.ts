import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { canRun, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const SCRIPT_BYTES_MAX = 130_000;

describe.skipIf(!canRun)("what the page loads", () => {
  const { visitPlan } = useHouse();

  it("comes from its own server alone, and is at most 130 kB of script, zipped, until a plan is there", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const own = new URL(page.url()).origin;
    const [foreign, scripts] = [new Set<string>(), new Set<string>()];
    page.on("request", (request) => {
      if (!request.url().startsWith(own)) foreign.add(request.url());
      if (request.resourceType() === "script") scripts.add(request.url());
    });
    await page.reload();
    await page.locator("tr[data-week]").first().waitFor();
    expect([...foreign]).toEqual([]);

    // The certificate stands below the calendar, and its laws are fetched after it.
    const first = [...scripts].filter((script) => !script.includes("certificate"));
    expect(first.length).toBeGreaterThan(1);
    let bytes = 0;
    for (const script of first) bytes += gzipSync(await (await fetch(script)).text()).length;
    expect(bytes).toBeLessThan(SCRIPT_BYTES_MAX);
  });
});
