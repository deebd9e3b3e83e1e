import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PlanAccepted, PlanAnswer, type PlanWishInput } from "@strideiq/contracts";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { REPOSITORY, TODAY } from "./server.ts";

export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  /** The visitor's day and zone, where a test is about another than its usual ones. */
  readonly now?: string;
  readonly timeZone?: string;
}

export const DESKTOP: Look = { name: "desktop", width: 1440, height: 900, scheme: "light" };
export const DESKTOP_DARK: Look = { ...DESKTOP, name: "desktop-dark", scheme: "dark" };
export const PHONE: Look = { name: "phone", width: 390, height: 844, scheme: "light" };
export const PHONE_DARK: Look = { ...PHONE, name: "phone-dark", scheme: "dark" };
/** Both sizes and both schemes in two looks, for what need not be looked at four times. */
export const TWO_LOOKS: readonly Look[] = [DESKTOP, PHONE_DARK];
export const LOOKS: readonly Look[] = [DESKTOP, DESKTOP_DARK, PHONE, PHONE_DARK];

/** Whether this machine has a browser; where it has none the tests are reported as not run. */
export const canRun = inject("address") !== "";

/** What has not appeared by then does not come. */
const LOOK_LIMIT_MS = 12_000;

const OUTPUT = join(REPOSITORY, "test-output");

interface House {
  /** A fresh visitor on a page of the running server, on the tests' day. */
  readonly visit: (path: string, look?: Look) => Promise<Page>;
  /** The same, at the plan of a wish that was sent without the form. */
  readonly visitPlan: (wish: PlanWishInput, look?: Look) => Promise<Page>;
}

/** Connects a test file to the browser and the server; whatever breaks inside a page fails the test. */
export function useHouse(): House {
  let browser: Browser | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (canRun) browser = await chromium.connect(inject("browserEndpoint"));
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const enter = async (look: Look): Promise<BrowserContext> => {
    if (browser === undefined) throw new Error("There is no browser.");
    return browser.newContext({
      baseURL: inject("address"),
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
      const { path, isReady } = await askForPlan(context, wish);
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
): Promise<{ readonly path: string; readonly isReady: boolean }> {
  const response = await request.post("/v1/plans", { data: wish });
  const { planId } = PlanAccepted.parse(await response.json());
  const look = async (): Promise<string> =>
    PlanAnswer.parse(await (await request.get(`/v1/plans/${planId}`)).json()).status;
  await expect.poll(look, { timeout: LOOK_LIMIT_MS, interval: 100 }).not.toBe("generating");
  return { path: `/plans/${planId}`, isReady: (await look()) === "ready" };
}

/** Chromium reports every 4xx answer and every cut line as an error, also those that a test is about. */
const isExpected = (text: string): boolean => /status of (4\d\d|500)|net::ERR_(FAILED|INTERNET)/.test(text);

/** Leaves a picture for people to look at, in a folder that git ignores. */
export async function picture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  // What lies below the screen is painted when it is come to.
  if (options.fullPage === true)
    await page.evaluate(async () => {
      const start = window.scrollY;
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      await new Promise((resolve) => setTimeout(resolve, 150));
      window.scrollTo({ top: start, behavior: "instant" });
    });
  await page.screenshot({ path: join(OUTPUT, `${name}.png`), ...options });
}
