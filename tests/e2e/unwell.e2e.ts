import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { cell, change, drag, said, task, week } from "./house/calendar.ts";
import { inspect } from "./house/inspect.ts";
import { canRun, DESKTOP, MID_PLAN, PHONE, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("illness and pain", () => {
  const { visitPlan } = useHouse();

  it("are told since when and until when, pause the plan, and hard sessions rest until one is well", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...DESKTOP, ...MID_PLAN });
    const sheet = page.getByRole("dialog");
    const ill = await task(page, "Ill or in pain");
    await ill.getByRole("radio", { name: /^Illness/ }).check();
    await ill.getByLabel("Since").fill("2026-12-11");
    await ill.getByRole("button", { name: "See what it does" }).click();
    await ill.getByText("Choose a day up to today, Thu 10 Dec.").waitFor();
    await ill.getByLabel("Since").fill("2026-12-08");
    expect(await ill.getByText("Choose a day up to").count()).toBe(0);
    await ill.getByLabel("No running until").fill("2026-12-13");
    expect(await inspect(page, "unwell", { looks: [PHONE, DESKTOP] })).toEqual([]);
    await ill.getByRole("button", { name: "See what it does" }).click();
    const foretold = await sheet.getByRole("heading", { name: /^\d+ sessions change$/ }).innerText();
    await sheet.getByRole("checkbox", { name: /^I agree that what I tell about my health/ }).check();
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Illness since Tue 8 Dec, no running until Sun 13 Dec.");
    await cell(page, 3, 1).getByText("Illness told").waitFor({ state: "attached" });
    await cell(page, 3, 5).getByText("Pause").waitFor();
    await expect.poll(() => cell(page, 3, 6).getByRole("button").count()).toBe(0);

    await page.getByRole("button", { name: "History" }).click();
    await sheet.getByText("Illness since Tue 8 Dec, no running until Sun 13 Dec").waitFor();
    await sheet.getByText(`by you · ${foretold.replace(" change", "")}`).waitFor();
    await page.keyboard.press("Escape");
    const { plan } = (await (await page.request.get(`/v1${new URL(page.url()).pathname}`)).json()) as {
      plan: { changes: readonly { done: { sessions: readonly object[]; health: object } }[] };
    };
    // What was told of no run of the days before today counts as not run.
    expect(plan.changes[0]?.done.health).toEqual({ kind: "illness", date: "2026-12-08" });
    expect(plan.changes[0]?.done.sessions).not.toEqual([]);
    for (const weekday of [1, 2])
      await cell(page, 3, weekday)
        .getByRole("button", { name: /\(skipped\)/ })
        .waitFor();
    await week(page, 2)
      .getByRole("button", { name: /^Long run.*\(missed\)/ })
      .waitFor();
    await change(page, await task(page, "Well again"), "Take up hard sessions again");
  });

  it("ease the plan at once without a consent, and then nothing says what it was", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...PHONE, ...MID_PLAN });
    const sheet = page.getByRole("dialog");
    const ill = await task(page, "Ill or in pain");
    await ill.getByRole("radio", { name: /^Pain/ }).check();
    await ill.getByLabel("Since").fill("2026-12-09");
    await ill.getByRole("button", { name: "See what it does" }).click();
    await sheet.getByText("You need not agree.").waitFor();
    expect(await sheet.getByLabel("Why, in your own words").count()).toBe(0);
    expect(await inspect(page, "unwell-consent", { looks: [PHONE] })).toEqual([]);
    await sheet.getByRole("button", { name: "Change it" }).click();
    await said(page, "Done: Walking and easy running only since Wed 9 Dec.");
    const stored = await (await page.request.get(`/v1${new URL(page.url()).pathname}`)).text();
    expect(stored).toContain('"health":{"kind":"caution"');
    expect(stored).not.toContain('"pain"');
    expect(await (await page.request.get("/v1/consents")).json()).toMatchObject({ consents: [] });
    await change(page, await task(page, "Well again"), "Take up hard sessions again");
  });

  it("have no end that could be known where they are a warning sign", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    const ill = await task(page, "Ill or in pain");
    await ill.getByLabel("No running until").waitFor();
    await ill.getByRole("radio", { name: /^Chest pain/ }).check();
    expect(await ill.getByLabel("No running until").count()).toBe(0);
    await ill.getByRole("button", { name: "See what it does" }).click();
    await page
      .getByRole("alert")
      .getByText(/^See a doctor before you train hard\..*do not wait: call for help/)
      .first()
      .waitFor();
    expect(await inspect(page, "warning-sign", { looks: [PHONE] })).toEqual([]);
  });
});

const LONG_RUN = { law: "L1", measured: 19_000, limit: 24_000, quantity: "distance", why: null };

/** A change that could be when it was asked about, and cannot be when it is made. */
async function refuseMeanwhile(page: Page): Promise<void> {
  const refusal = { type: "about:blank", code: "change_refused", title: "No.", detail: "", status: 409 };
  const errors = [{ field: "wish", message: "A long run of 24 km." }];
  await page.route("**/changes", (route) => route.fulfill({ status: 409, json: { ...refusal, errors } }));
  await page.route("**/what-if", async (route: Route) => {
    const { planId, version, revision, from } = (await (await route.fetch()).json()) as Readonly<
      Record<string, string | number>
    >;
    const state = { status: "refused", planId, version, revision, from };
    const words = { reason: "In kilometres.", instead: "Nothing." };
    await route.fulfill({ json: { ...state, ...LONG_RUN, ...words, nearest: null } });
  });
}

describe.skipIf(!canRun)("a change that turns out not to be possible", () => {
  const { visitPlan } = useHouse();

  it("says why in the units of whoever asked for it", async () => {
    const page = await visitPlan(MARATHON_WISH);
    await page.getByRole("radio", { name: "Miles, mi" }).check();
    await drag(page, cell(page, 2, 3).getByRole("button", { name: /^Easy/ }), cell(page, 2, 4));
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Change it" }).waitFor();
    await refuseMeanwhile(page);
    await sheet.getByRole("button", { name: "Change it" }).click();
    await sheet
      .getByRole("alert")
      .getByText(/11\.8 mi, and at least 14\.9 mi/)
      .waitFor();
    await week(page, 2).getByRole("button", { name: /^Easy/ }).first().waitFor({ state: "attached" });
  });
});
