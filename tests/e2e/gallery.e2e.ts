import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { canRun, PHONE, useHouse } from "./house/visit.ts";

describe.skipIf(!canRun)("the gallery of standard plans", () => {
  const { visit } = useHouse();

  it("shows all 24, narrows them, and remembers how they were narrowed", async () => {
    const page = await visit("/gallery");
    await page.getByText("24 plans", { exact: true }).waitFor();
    expect(await inspect(page, "gallery")).toEqual([]);
    await page.getByRole("radio", { name: "Marathon", exact: true }).check();
    await page.getByRole("radio", { name: "Mid volume" }).check();
    await page.getByText("2 plans", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Look inside Marathon, 18 weeks, mid volume" }).click();
    await page.getByRole("heading", { name: "Take this plan" }).waitFor();
    await page.getByRole("heading", { name: "Three of its weeks" }).waitFor();
    expect(await inspect(page, "standard", { fullPage: true })).toEqual([]);
    await page.goBack();
    await page.getByText("2 plans", { exact: true }).waitFor();
  });

  it("lays two side by side for the same race day: 12 or 18 weeks?", async () => {
    const page = await visit("/gallery");
    await page.getByRole("checkbox", { name: "Compare Marathon, 12 weeks, mid volume" }).check();
    await page.getByRole("checkbox", { name: "Compare Marathon, 18 weeks, mid volume" }).check();
    await page.getByRole("link", { name: "Lay side by side" }).click();
    const facts = page.getByRole("table");
    await facts.waitFor();
    expect(await inspect(page, "compare", { fullPage: true })).toEqual([]);
    const row = (name: string) => facts.getByRole("row", { name: new RegExp(`^${name}`) }).innerText();
    expect(await row("Weeks")).toMatch(/12\s+18/);
    expect(await row("Longest run")).toMatch(/h.*km\s.*h.*km/);
    await page.getByLabel("Second plan").selectOption("marathon-12-weeks-low");
    await expect.poll(() => row("Runs a week")).toMatch(/5\s+4/);
    expect(new URL(page.url()).searchParams.get("right")).toBe("marathon-12-weeks-low");
  });

  it("puts one into the calendar for a race day and the days that work", async () => {
    const page = await visit("/gallery/10k-8-weeks-low", PHONE);
    await page.getByLabel("Race day").fill("2027-02-14");
    await page.getByRole("checkbox", { name: "Monday" }).check();
    await page.getByRole("button", { name: "Put it into my calendar" }).click();
    await page.getByText("it decides what the plan may hold").waitFor();
    await page.getByRole("radio", { name: "None of these" }).check();
    await page.getByRole("button", { name: "Put it into my calendar" }).click();
    await page.waitForURL("**/plans/*");
    await page.getByRole("heading", { level: 1, name: "10K" }).waitFor();
    const answer: unknown = await (await page.request.get(`/v1${new URL(page.url()).pathname}`)).json();
    expect(answer).toMatchObject({
      status: "ready",
      plan: { raceDate: "2027-02-14", request: { unavailable: ["mon"], tier: "low", weeks: 8 } },
    });
  });

  it("knows no plan under a made-up name", async () => {
    const page = await visit("/gallery/ultra-3-weeks-hero");
    await page.getByRole("heading", { name: "There is no such plan in the gallery" }).waitFor();
  });
});
