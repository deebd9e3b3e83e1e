import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PlanAccepted, PlanAnswer, type PlanWishInput } from "@strideiq/contracts";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { MID_PLAN_DAY, REPOSITORY, TODAY } from "./server.ts";

export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  /** The visitor's day and zone, where a test is about another than its usual ones. */
  readonly now?: string;
  readonly timeZone?: string;
  /** Whether the server, too, has come to the middle of the plan. */
  readonly isMidPlan?: boolean;
  /** Whether the plan was asked for two weeks before. */
  readonly hasBegun?: boolean;
}

export const DESKTOP: Look = { name: "desktop", width: 1440, height: 900, scheme: "light" };
export const PHONE: Look = { name: "phone", width: 390, height: 844, scheme: "light" };
export const MID_PLAN = { now: `${MID_PLAN_DAY}T09:00:00Z`, isMidPlan: true };

/** Whether this machine has a browser; where it has none the tests are reported as not run. */
export const canRun = inject("address") !== "";

/** What has not appeared by then does not come. */
const LOOK_LIMIT_MS = 12_000;
const LOOK_PAUSE_MS = 60;
const LOOKS_MAX = LOOK_LIMIT_MS / LOOK_PAUSE_MS;

const OUTPUT = join(REPOSITORY, "test-output");

interface House {
  /** A fresh visitor on a page of the running server, on the tests' day. */
  readonly visit: (path: string, look?: Look) => Promise<Page>;
  /** The same, at the plan of a wish that was sent without the form. */
  readonly visitPlan: (wish: PlanWishInput, look?: Look) => Promise<Page>;
}

interface HouseOptions {
  /** Set where the tests of a file share a page, which one test after the other looks at. */
  readonly isShared?: boolean;
}

/** Connects a test file to the browser and the server; whatever breaks inside a page fails the test. */
export function useHouse({ isShared = false }: HouseOptions = {}): House {
  let browser: Browser | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (canRun) browser = await chromium.connect(inject("browserEndpoint"));
  });
  const leave = async (): Promise<void> => {
    for (const context of browser?.contexts() ?? []) await context.close();
  };
  afterEach(async () => {
    if (!isShared) await leave();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await leave();
    await browser?.close();
  });

  const enter = async (look: Look): Promise<BrowserContext> => {
    if (browser === undefined) throw new Error("There is no browser.");
    return browser.newContext({
      baseURL: inject(look.isMidPlan === true ? "midPlanAddress" : "address"),
      viewport: { width: look.width, height: look.height },
      colorScheme: look.scheme,
      hasTouch: look.width < 600,
      reducedMotion: "reduce",
      locale: "de-DE",
      timezoneId: look.timeZone ?? "Europe/Berlin",
    });
  };
  const open = async (context: BrowserContext, path: string, look: Look): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(LOOK_LIMIT_MS);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text());
    });
    await page.clock.setFixedTime(new Date(look.now ?? `${TODAY}T09:00:00Z`));
    await page.goto(path);
    return page;
  };
  return {
    visit: async (path, look = DESKTOP) => open(await enter(look), path, look),
    visitPlan: async (wish, look = DESKTOP) => {
      const context = await enter(look);
      const asked = inject(look.hasBegun === true ? "earlierAddress" : "address");
      const { path, isReady } = await askForPlan(context, wish, asked);
      const page = await open(context, path, look);
      if (isReady) await planStands(page);
      return page;
    },
  };
}

/** Waits until a plan stands there whole: all weeks of the calendar, or the week of the agenda. */
export const planStands = (page: Page): Promise<void> =>
  page.locator('table[aria-busy="false"], #agenda-week').first().waitFor();

/** Asked for by the visitor that will look at it: a plan is shown to nobody else. */
async function askForPlan(
  { request }: BrowserContext,
  wish: PlanWishInput,
  address: string,
): Promise<{ readonly path: string; readonly isReady: boolean }> {
  const plans = `${address}/v1/plans`;
  const response = await request.post(plans, { data: wish });
  const { planId } = PlanAccepted.parse(await response.json());
  const path = `/plans/${planId}`;
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const { status } = PlanAnswer.parse(await (await request.get(`${plans}/${planId}`)).json());
    if (status !== "generating") return { path, isReady: status === "ready" };
    await new Promise((resolve) => setTimeout(resolve, LOOK_PAUSE_MS));
  }
  throw new Error(`The plan ${planId} was not made in time.`);
}

/** Chromium reports every 4xx answer and every cut line as an error, also those that a test is about. */
const isExpected = (text: string): boolean => /status of (4\d\d|500)|net::ERR_(FAILED|INTERNET)/.test(text);

/** Leaves a picture for people to look at, in a folder that git ignores. */
export async function picture(
  page: Page,
  name: string,
  { fullPage = false }: { readonly fullPage?: boolean } = {},
): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  const screen = page.viewportSize();
  // The browser's own way to a picture of a whole page makes the window one pixel wide for a moment.
  if (fullPage && screen !== null) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: screen.width, height: Math.max(height, screen.height) });
  }
  await page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  if (fullPage && screen !== null) await page.setViewportSize(screen);
}
