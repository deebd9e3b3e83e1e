import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { PlanAccepted, PlanAnswer, type PlanWishInput } from "@strideiq/contracts";
import { TODAY } from "../../tests/e2e/house/server.ts";

/** One figure of the calendar and what it may be at most. */
export interface WebFigure {
  readonly name: string;
  readonly value: number;
  readonly budget: number;
  readonly unit: "ms" | "kB" | "tasks";
}

/** 24 weeks, the longest plan there is. */
const WISH = {
  distance: "marathon",
  raceDate: "2027-05-09",
  timeZone: "Europe/Berlin",
  daysPerWeek: 6,
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  result: { distance: "half_marathon", seconds: 5900 },
} satisfies PlanWishInput;

const ROUNDS = 5;
const THROTTLE = 4;
const SIZE = { width: 1440, height: 900 };

/** Measures the calendar of the longest plan, with something told of half of its sessions. */
export async function calendarFigures(browser: Browser, address: string): Promise<readonly WebFigure[]> {
  const home = await browser.newContext({ baseURL: address, viewport: SIZE });
  const path = await longPlan(home);
  const cookies = await home.cookies();
  const cold: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = await browser.newContext({ baseURL: address, viewport: SIZE });
    await fresh.addCookies(cookies);
    cold.push(await timeToUse(fresh, path, THROTTLE));
    await fresh.close();
  }
  const warm: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) warm.push(await timeToUse(home, path, 1));
  const page = await home.newPage();
  const bytes = await scriptBytes(page, path);
  const toggles: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) toggles.push(await timeToToggle(page));
  return [
    { name: "usable, cold cache, processor 4 times slower", value: median(cold), budget: 1500, unit: "ms" },
    { name: "usable, warm", value: median(warm.slice(1)), budget: 500, unit: "ms" },
    { name: "an option toggled, until it is painted", value: median(toggles), budget: 100, unit: "ms" },
    { name: "tasks over 50 ms while dragging", value: await longTasks(page), budget: 0, unit: "tasks" },
    { name: "scripts of the calendar, zipped", value: bytes / 1000, budget: 130, unit: "kB" },
  ];
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Infinity;

/** Asks for the plan, waits for it, and tells something of every second session. */
async function longPlan({ request }: BrowserContext): Promise<string> {
  const accepted = await request.post("/v1/plans", { data: WISH });
  const { planId } = PlanAccepted.parse(await accepted.json());
  const plan = await readyPlan(request, planId);
  const ids = plan.weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions.map(({ id }) => id)));
  for (const id of ids.filter((_, i) => i % 2 === 0)) {
    const told = await request.put(`/v1/plans/${planId}/sessions/${id}/completion`, {
      data: { state: "done", doneOn: TODAY, effort: 4, note: "Fine" },
    });
    if (!told.ok()) throw new Error(await told.text());
  }
  return `/plans/${planId}`;
}

const LOOKS_MAX = 100;

async function readyPlan(request: BrowserContext["request"], planId: string) {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const answer = PlanAnswer.parse(await (await request.get(`/v1/plans/${planId}`)).json());
    if (answer.status === "ready") return answer.plan;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The plan was not made in time.");
}

/** From the start of the navigation until the sessions stand there, painted, and can be opened. */
async function timeToUse(context: BrowserContext, path: string, throttle: number): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.querySelector("tr[data-week] td button") === null) return;
      look.disconnect();
      requestAnimationFrame(() => {
        requestAnimationFrame(() => performance.mark("usable"));
      });
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
  const usable = await page.evaluate(() => performance.getEntriesByName("usable")[0]?.startTime ?? 0);
  await page.close();
  return usable;
}

async function scriptBytes(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await page.locator('table[aria-busy="false"]').waitFor();
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".js")),
  );
  let bytes = 0;
  // What stands below the calendar or opens over it is fetched after it.
  for (const script of scripts.filter((name) => !/certificate|-sheet/.test(name)))
    bytes += gzipSync(await (await fetch(script)).text()).length;
  return bytes;
}

/** From the click on the other option to the second frame after it, when it has been painted. */
const timeToToggle = (page: Page): Promise<number> =>
  page
    .getByRole("group", { name: /^Option of/ })
    .nth(2)
    .evaluate(
      (group) =>
        new Promise<number>((resolve) => {
          const started = performance.now();
          group.querySelector<HTMLInputElement>("input:not(:checked)")?.click();
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve(performance.now() - started);
            });
          });
        }),
    );

/** Picks a session up and carries it over four weeks, and counts what kept the page from answering. */
async function longTasks(page: Page): Promise<number> {
  await page.evaluate(() => {
    document.documentElement.dataset["longTasks"] = "0";
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement;
      dataset["longTasks"] = String(Number(dataset["longTasks"]) + list.getEntries().length);
    }).observe({ type: "longtask" });
  });
  const grip = page.getByRole("button", { name: /^Move / }).first();
  const box = await grip.locator("..").boundingBox();
  if (box === null) throw new Error("There is nothing to drag.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1)
    await page.mouse.move(x + Math.sin(step / 5) * 400 + 200, y + step * 6, { steps: 2 });
  if ((await page.locator("[data-card][data-away]").count()) !== 1) throw new Error("Nothing was carried.");
  const counted = await page.evaluate(() => Number(document.documentElement.dataset["longTasks"]));
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return counted;
}
