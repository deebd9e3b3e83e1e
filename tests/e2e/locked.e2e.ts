import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES } from "@strideiq/access";
import { FlagListAnswer, PaywallAnswer, PlanAccepted } from "@strideiq/contracts";
import { type APIRequestContext, type Page, request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PASSWORD, signIn } from "./house/account.ts";
import { inspect, inspectPlan } from "./house/inspect.ts";
import { type RunningServer, startServer } from "./house/server.ts";
import { canRun, DESKTOP, PHONE, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH, openMore } from "./house/wishes.ts";

const EMAIL = "free@example.org";
const WHY = { why: "a test" };
/** What a wish of a free athlete holds: a standard plan, and no result. */
const FREE_WISH = { ...MARATHON_WISH, raceDate: "2027-03-28", result: null };

/** The administrator of a server of this file's own, by the link of the first start. */
async function becomeAdmin({ address, dataFolder }: RunningServer): Promise<APIRequestContext> {
  const admin = await request.newContext({ baseURL: address });
  const link = readFileSync(join(dataFolder, "admin-link.txt"), "utf8").trim();
  const data = { secret: link.split("#")[1], name: "Ruth", email: "ruth@example.org", password: PASSWORD };
  expect((await admin.post("/v1/accounts/admin", { data })).status()).toBe(201);
  return admin;
}

async function sellTiers(admin: APIRequestContext): Promise<void> {
  const { definition, revision } = PaywallAnswer.parse(await (await admin.get("/v1/admin/paywall")).json());
  const data = { definition: { ...(definition as object), mode: "tiers" }, revision, ...WHY };
  expect((await admin.put("/v1/admin/paywall", { data })).status()).toBe(200);
}

async function switchAllOff(admin: APIRequestContext): Promise<void> {
  const { flags } = FlagListAnswer.parse(await (await admin.get("/v1/admin/flags")).json());
  expect(flags.map(({ key }) => key).toSorted()).toEqual([...FEATURES].toSorted());
  for (const { key, definition, revision } of flags) {
    const data = { definition: { ...(definition as object), killed: true }, revision, ...WHY };
    expect((await admin.put(`/v1/admin/flags/${key}`, { data })).status()).toBe(200);
  }
}

describe.skipIf(!canRun)("a free athlete where things are sold", () => {
  const { visit } = useHouse();
  let server: RunningServer;
  let admin: APIRequestContext;
  let planPath: string;

  beforeAll(async () => {
    server = await startServer();
    admin = await becomeAdmin(server);
    await sellTiers(admin);
    const athlete = await request.newContext({ baseURL: server.address });
    const account = { name: "Fred", email: EMAIL, password: PASSWORD };
    expect((await athlete.post("/v1/accounts", { data: account })).status()).toBe(201);
    const accepted = await athlete.post("/v1/plans", { data: FREE_WISH });
    const { planId } = PlanAccepted.parse(await accepted.json());
    planPath = `/plans/${planId}`;
    const made = async () =>
      ((await (await athlete.get(`/v1/plans/${planId}`)).json()) as { readonly status: string }).status;
    await vi.waitFor(
      async () => {
        expect(await made()).toBe("ready");
      },
      { timeout: 30_000, interval: 100 },
    );
    await athlete.dispose();
  });
  afterAll(async () => {
    await admin.dispose();
    await server.stop();
  });
  const visitHere = (path: string, look = DESKTOP): Promise<Page> => visit(`${server.address}${path}`, look);
  const enter = async (path: string, look = DESKTOP): Promise<Page> => {
    const page = await visitHere("/sign-in", look);
    await signIn(page, EMAIL);
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto(`${server.address}${path}`);
    return page;
  };
  const main = (page: Page) => page.getByRole("main");

  it("is told on the form what a result needs, and can send the form without one", async () => {
    const page = await enter("/new");
    await openMore(page);
    await main(page).getByText("Needs a single plan: paces from your race result.").waitFor();
    await main(page).getByText("A single plan is $5.").waitFor();
    const raced = page.getByRole("group", { name: "Distance raced" });
    expect(await raced.getByRole("radio", { name: "Half marathon" }).isDisabled()).toBe(true);
    expect(await inspect(page, "locked-wish", { fullPage: true })).toEqual([]);
  });

  it("is told on the plan what changing it needs, in the menu, in a session and where one is dragged to", async () => {
    const page = await enter(planPath);
    await planStands(page);
    expect(await inspectPlan(page, "locked-plan")).toEqual([]);
    await page.getByRole("button", { name: "Change the plan" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Needs Pro: changes to your plan on the way.").waitFor();
    await sheet.getByText("Pro is $15 a month.").waitFor();
    expect(await inspect(page, "locked-change", { part: "dialog" })).toEqual([]);
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: /^Easy \d/ })
      .nth(3)
      .click();
    await sheet.getByRole("heading", { name: "Change this session" }).waitFor();
    await sheet.getByText("Needs Pro: changes to your plan on the way.").waitFor();
    expect(await sheet.getByRole("button", { name: "See what it does" }).count()).toBe(0);
    expect(await inspect(page, "locked-session", { part: "dialog" })).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "History" }).click();
    await sheet.getByRole("heading", { level: 2 }).waitFor();
    expect(await sheet.getByText(/needs/i).count()).toBe(0);
  });

  it("can try what is sold from where it is locked, and goes on there", async () => {
    const page = await visitHere("/sign-in");
    const data = { name: "Tia", email: "trying@example.org", password: PASSWORD };
    expect((await page.request.post(`${server.address}/v1/accounts`, { data })).status()).toBe(201);
    const { planId } = PlanAccepted.parse(
      await (await page.request.post(`${server.address}/v1/plans`, { data: FREE_WISH })).json(),
    );
    await page.goto(`${server.address}/plans/${planId}`);
    await planStands(page);
    await page.getByRole("button", { name: "Change the plan" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Try it for 30 days" }).click();
    await sheet.getByText("Days off").waitFor();
  });

  describe("and everything is switched off", () => {
    beforeAll(async () => {
      await switchAllOff(admin);
    });

    it("keeps the plan, and nothing that is gone offers itself on it", async () => {
      const page = await enter(planPath);
      await planStands(page);
      for (const name of ["Change the plan", "History"])
        expect(await page.getByRole("button", { name }).count()).toBe(0);
      expect(await page.getByRole("button", { name: /^Move / }).count()).toBe(0);
      expect(await page.getByRole("group", { name: /^Option of/ }).count()).toBe(0);
      expect(await inspectPlan(page, "off-plan")).toEqual([]);
      for (const view of ["Month", "Progress"]) {
        await page.getByRole("radio", { name: view }).check({ force: true });
        expect(await inspect(page, `off-${view.toLowerCase()}`)).toEqual([]);
      }
      await page.getByRole("radio", { name: "Weeks" }).check({ force: true });
      await page
        .getByRole("button", { name: /^Easy \d/ })
        .nth(3)
        .click();
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("heading", { level: 2 }).waitFor();
      expect(await sheet.getByText("Change this session").count()).toBe(0);
      expect(await inspect(page, "off-session", { part: "dialog" })).toEqual([]);
    });

    it("can still tell what was run of a session", async () => {
      const page = await enter(planPath, PHONE);
      await planStands(page);
      await page.getByRole("button", { name: "Next week" }).click();
      await page
        .getByRole("button", { name: /^Easy \d/ })
        .first()
        .click();
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("button", { name: /^Done/ }).click();
      await page.getByText(/ done/).first().waitFor();
    });

    it.each([
      ["/", "off-home", "Your plans"],
      ["/plans", "off-plans", "Your plans"],
      ["/new", "off-wish", "A new plan"],
      ["/gallery", "off-gallery", "Gallery of plans"],
      ["/runs", "off-runs", "Your runs"],
      ["/settings", "off-settings", "Settings"],
      ["/account", "off-account", "Account and data"],
    ])("finds %s whole and polite", async (path, name, title) => {
      const page = await enter(path);
      await main(page).getByRole("heading", { level: 1, name: title }).waitFor();
      expect(await inspect(page, name, { fullPage: true })).toEqual([]);
      expect(await page.getByRole("link", { name: "New plan" }).count()).toBe(0);
    });

    it("is told why where something was: no plan, no gallery, no runs", async () => {
      const page = await enter("/new");
      await main(page).getByText("Switched off: plans.").waitFor();
      expect(await page.getByRole("button", { name: "Build my plan" }).count()).toBe(0);
      await page.goto(`${server.address}/gallery`);
      await main(page).getByText("Switched off: plans.").waitFor();
      await page.goto(`${server.address}/runs`);
      await main(page).getByText("Switched off: runs from your files.").waitFor();
      expect(await page.locator('input[type="file"]').count()).toBe(0);
    });

    it("and a stranger is told the same, at the door as at the form for an account", async () => {
      const page = await visitHere("/");
      await main(page).getByText("Switched off: plans.").waitFor();
      expect(await inspect(page, "off-stranger")).toEqual([]);
      await page.goto(`${server.address}/sign-up`);
      await main(page)
        .getByText(/switched off: an account/i)
        .waitFor();
      expect(await inspect(page, "off-sign-up")).toEqual([]);
    });
  });
});
