import { PlanAnswer } from "@strideiq/contracts";
import type { Locator, Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { violations } from "./house/axe.ts";
import { cell, said, week } from "./house/calendar.ts";
import { inspectPlan } from "./house/inspect.ts";
import { canRun, DESKTOP, MID_PLAN, PHONE, picture, planStands, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

const PROBLEM = { type: "about:blank", code: "internal", title: "A fault of ours.", detail: "", status: 500 };

const UNTAKEN = {
  ...PROBLEM,
  code: "invalid_request",
  status: 422,
  errors: [{ field: "doneOn", message: "a day that has been" }],
};

const openFirst = async (page: Page, number: number, name: RegExp): Promise<Locator> => {
  await week(page, number).getByRole("button", { name }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("heading", { level: 2 }).waitFor();
  return sheet;
};

/** The sessions of the plan that is shown, from a day on, as the service has them. */
async function sessionsFrom(page: Page, first: string) {
  const answer = PlanAnswer.parse(
    await (await page.request.get(`/v1${new URL(page.url()).pathname}`)).json(),
  );
  const weeks = answer.status === "ready" ? answer.plan.weeks : [];
  const days = weeks.flatMap(({ days }) => days).filter(({ date }) => date >= first);
  return days.flatMap(({ sessions }) => sessions);
}

describe.skipIf(!canRun)("a session that can be told and chosen", () => {
  const { visitPlan } = useHouse({ isShared: true });
  let page: Page;
  beforeAll(async () => {
    page = await visitPlan(MARATHON_WISH, { ...DESKTOP, ...MID_PLAN });
  });
  beforeEach(async () => {
    await page.unrouteAll();
    await page.reload();
    await planStands(page);
  });

  it("is done with one click, counts for its week, survives a reload, and can be undone", async () => {
    const sheet = await openFirst(page, 2, /^Long run/);
    await sheet.getByRole("button", { name: "Done" }).click();
    await said(page, "Long run: done.");
    await page.keyboard.press("Escape");
    await week(page, 2)
      .getByRole("button", { name: /^Long run \(done\)/ })
      .waitFor();
    expect(await week(page, 2).locator("td").last().innerText()).toMatch(/^20 \/\s+done of\s+58 km/);
    await page.reload();
    await week(page, 2)
      .getByRole("button", { name: /^Long run \(done\)/ })
      .waitFor();

    const again = await openFirst(page, 2, /^Long run \(done\)/);
    await again.getByRole("button", { name: "Take it back" }).click();
    await said(page, /nothing told any more/);
    await again.getByRole("button", { name: "Undo" }).click();
    await again.getByRole("button", { name: "Take it back" }).waitFor();
    expect(await violations(page, "dialog")).toEqual([]);
  });

  it("takes effort, distance, time and a note, says what it cannot read, and keeps hostile text as text", async () => {
    const sheet = await openFirst(page, 1, /^Long run/);
    await sheet.getByRole("button", { name: /^Add how it felt/ }).click();
    await sheet.getByRole("radio", { name: "6 of 10" }).check();
    await sheet.getByLabel("Distance").fill("17.5");
    await sheet.getByLabel("Time", { exact: true }).fill("soon");
    const note = "<img src=x onerror=\"document.title='broken'\"> it's windy {{7*7}}";
    await sheet.getByLabel("Note").fill(note);
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("Write minutes and seconds").waitFor();
    expect(await sheet.getByLabel("Note").inputValue()).toBe(note);
    await picture(page, "told-form");
    await sheet.getByLabel("Time", { exact: true }).fill("1:15");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("More time: nobody runs that fast.").waitFor();

    // What only the server knows stands at its field as well, and the form comes back as it was left.
    await page.route("**/completion", (route) => route.fulfill({ status: 422, json: UNTAKEN }));
    await sheet.getByLabel("Time", { exact: true }).fill("1:38:00");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("A day that has been.").waitFor();
    expect(await sheet.getByLabel("Note").inputValue()).toBe(note);
    expect(await sheet.getByLabel("Distance").inputValue()).toBe("17.5");
    await page.unroute("**/completion");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText(note).waitFor();
    await sheet.getByText("17.5 km · 1:38:00 · felt like 6 of 10").waitFor();
    expect(await page.title()).not.toContain("broken");
    await picture(page, "told");
  });

  it("keeps what was typed and not saved, when the sheet is closed or the page loaded again, until it is told", async () => {
    const note = page.getByLabel("Note");
    const sheet = await openFirst(page, 3, /^Easy/);
    await sheet.getByRole("button", { name: /^Add how it felt/ }).click();
    await note.fill("Windy on the dyke.");
    await sheet.getByRole("button", { name: "Next session" }).click();
    await sheet.getByRole("button", { name: "Previous session" }).click();
    expect(await note.inputValue()).toBe("Windy on the dyke.");
    await page.keyboard.press("Escape");
    await openFirst(page, 3, /^Easy/);
    await note.waitFor();
    await page.reload();
    await planStands(page);
    const again = await openFirst(page, 3, /^Easy/);
    await note.waitFor();
    expect(await note.inputValue()).toBe("Windy on the dyke.");
    await again.getByRole("button", { name: "Save" }).click();
    await again.getByText("Windy on the dyke.").first().waitFor();
    await page.keyboard.press("Escape");
    const told = await openFirst(page, 3, /^Easy.*\(done\)/);
    await told.getByRole("button", { name: "Take it back" }).click();
    await said(page, /nothing told any more/);
    expect(await note.count()).toBe(0);
  });

  it("is skipped by shape and word, and the past recedes", async () => {
    const sheet = await openFirst(page, 2, /^Easy/);
    await sheet.getByRole("button", { name: "Skipped" }).click();
    await said(page, /skipped/);
    await sheet.getByRole("button", { name: "Next session" }).click();
    await sheet.getByRole("button", { name: "Done" }).click();
    await page.keyboard.press("Escape");
    await week(page, 2)
      .getByRole("button", { name: /\(skipped\)/ })
      .waitFor();
    await picture(page, "plan-mid");
    expect(await violations(page)).toEqual([]);
  });

  it("is told of the session that is shown, after walking on from today's to the next", async () => {
    const next = (await sessionsFrom(page, "2026-12-10"))[1];
    await cell(page, 3, 3).getByRole("button").first().click();
    const sheet = page.getByRole("dialog");
    for (const step of ["Next session", "Previous session", "Next session"])
      await sheet.getByRole("button", { name: step }).click();
    await sheet.getByRole("heading", { level: 2, name: next?.title ?? "" }).waitFor();
    for (const part of ["How did it go?", "Change this session"])
      expect(await sheet.getByRole("heading", { name: part }).count()).toBe(1);
    const sent = page.waitForRequest("**/completion");
    await sheet.getByRole("button", { name: "Skipped" }).click();
    expect((await sent).url()).toContain(`/sessions/${next?.id ?? ""}/`);
    await sheet.getByRole("button", { name: "Take it back" }).click();
    await said(page, /nothing told any more/);
  });

  it("changes its option on the calendar at once, and the choice sticks", async () => {
    const option = page.getByRole("group", { name: /^Option of Cruise intervals/ }).first();
    const cell = page.locator("td", { has: option }).first();
    const before = await cell.getByRole("button").first().innerText();
    let letGo = (): void => undefined;
    const letGoOnce = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/option", async (route) => {
      await letGoOnce;
      await route.continue();
    });
    const sent = page.waitForResponse((response) => response.url().endsWith("/option"));
    await cell.evaluate((element) => {
      const shown: string[] = [];
      Object.assign(window, { shown });
      const look = (): void => {
        const text = element.querySelector("button")?.innerText ?? "";
        if (shown.at(-1) !== text) shown.push(text);
        requestAnimationFrame(look);
      };
      look();
    });
    await option.evaluate((group) => {
      group.querySelector<HTMLInputElement>("input:not(:checked)")?.click();
    });
    // The card does not wait for the service.
    await expect.poll(() => cell.getByRole("button").first().innerText()).not.toBe(before);
    letGo();
    await said(page, /^Option B chosen/);
    await sent;
    const after = await cell.getByRole("button").first().innerText();
    // What was chosen never flickers back, not even while the answer arrives.
    const shown = await page.evaluate((): unknown => Reflect.get(window, "shown"));
    expect(shown).toEqual([before, after]);
    await page.reload();
    await cell.getByRole("button").first().waitFor();
    expect(await cell.getByRole("button").first().innerText()).toBe(after);
  });

  it("says when what was told cannot be read, instead of that nothing was told", async () => {
    await page.route("**/completions*", (route) => route.fulfill({ status: 500, json: PROBLEM }));
    await page.reload();
    await page.getByText(/What you told of your sessions could not be read just now/).waitFor();
    await page.unroute("**/completions*");
    await page.getByText(/could not be read just now/).waitFor({ state: "hidden" });
  });

  it("keeps what is told while the connection is lost, says so, and sends it afterwards", async () => {
    const sheet = await openFirst(page, 1, /^Easy \(missed\)/);
    await page.route("**/completion", (route) => route.abort());
    await sheet.getByRole("button", { name: "Done" }).click();
    await page.keyboard.press("Escape");
    await page.getByText(/No connection to the server. 1 change is kept here/).waitFor();
    await picture(page, "no-connection");
    await page.reload();
    const done = week(page, 1)
      .getByRole("button", { name: /^Easy \(done\)/ })
      .first();
    await done.waitFor();
    await page.unroute("**/completion");
    await page.getByText(/No connection/).waitFor({ state: "hidden" });
    await page.reload();
    await done.waitFor();
  });
});

describe.skipIf(!canRun)("a session on a phone", () => {
  const { visitPlan } = useHouse();

  it("is told from the agenda", async () => {
    const page = await visitPlan(MARATHON_WISH, { ...PHONE, ...MID_PLAN });
    await page.getByRole("heading", { name: /^Week 3/ }).waitFor();
    await page
      .getByRole("button", { name: /^Easy.*missed/ })
      .first()
      .click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Done" }).click();
    await said(page, /done/);
    await picture(page, "told-phone");
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: /\(done\)/ })
      .first()
      .waitFor();
    expect(await inspectPlan(page, "agenda-mid", { looks: [PHONE] })).toEqual([]);
  });
});
