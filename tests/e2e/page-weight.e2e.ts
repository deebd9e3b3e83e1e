import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { canRun, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const SCRIPT_BYTES_MAX = 130_000;

describe.skipIf(!canRun)("what the page loads", () => {
  const { visit, visitPlan } = useHouse();

  it("comes from its own server alone: no fonts, no scripts, no pictures from elsewhere", async () => {
    const page = await visitPlan(MARATHON_WISH);
    const own = new URL(page.url()).origin;
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(own)) foreign.push(request.url());
    });
    await page.reload();
    await page.locator("tr[data-week]").first().waitFor();
    expect(foreign).toEqual([]);
  });

  it("is at most 130 kB of script, zipped", async () => {
    const page = await visit("/");
    const scripts = await page
      .locator("script[src]")
      .evaluateAll((all) => all.map((script) => (script instanceof HTMLScriptElement ? script.src : "")));
    let bytes = 0;
    for (const script of scripts) bytes += gzipSync(await (await fetch(script)).text()).length;
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(SCRIPT_BYTES_MAX);
  });
});
