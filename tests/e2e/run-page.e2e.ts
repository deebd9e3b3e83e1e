import { isRepeat, type Step } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { inspect } from "./house/inspect.ts";
import { importFiles, readyPlan, realRun, tcxRun } from "./house/run-files.ts";
import { canRun, DESKTOP, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

/** A race so near that hard sessions come in the first weeks. */
const NEAR_RACE = { ...MARATHON_WISH, distance: "10k", raceDate: "2026-12-20" } as const;

const unrolled = (steps: readonly Step[]): readonly { readonly metres: number; readonly seconds: number }[] =>
  steps.flatMap((step) =>
    isRepeat(step) ? Array.from({ length: step.repeat }, () => unrolled(step.steps)).flat() : [step],
  );

describe.skipIf(!canRun)("the page of a run", () => {
  const { visit, visitPlan } = useHouse();

  it("lays laps beside the planned work, and the pace that was asked for under the curve", async () => {
    const page = await visitPlan(NEAR_RACE, { ...DESKTOP, hasBegun: true });
    const plan = await readyPlan(page);
    const days = plan.weeks.flatMap((week) => week.days).filter(({ date }) => date < "2026-11-23");
    const hard = days
      .flatMap(({ date, sessions }) => sessions.map((session) => ({ date, session })))
      .find(({ session }) => session.kind === "threshold" || session.kind === "interval");
    if (hard === undefined) throw new Error("no hard session in the first weeks");
    await page.goto("/runs");
    await importFiles(page, tcxRun("hard.tcx", `${hard.date}T06:00:00Z`, unrolled(hard.session.steps)));
    await page.getByRole("link", { name: /a session of your plan/ }).click();
    const session = page.getByRole("region", { name: "The session it was" });
    await session.getByText(hard.session.title).waitFor();
    await session.getByText("Nailed").first().waitFor();
    const laps = page.getByRole("region", { name: "Laps" }).first();
    await laps
      .getByText(/^\d+:\d\d at .*, on target$/)
      .first()
      .waitFor();
    await page.getByText("The pace that was asked for, where the work was.").waitFor();
    await page.getByRole("img", { name: /^Pace over the run/ }).hover();
    await page.getByText(/ km · \d+:\d\d(:\d\d)? · \d:\d\d \/km$/).waitFor();
    expect(await inspect(page, "run-structured", { fullPage: true })).toEqual([]);
    await session.getByRole("button", { name: "It was not this session" }).click();
    await page.getByRole("heading", { name: "Was it one of these sessions?" }).waitFor();
  });

  it("tells the time in zones of the heart once that at threshold is told, until it is taken back", async () => {
    const page = await visit("/runs");
    await importFiles(page, realRun("new-zealand-fr945.fit"));
    await page.getByRole("link", { name: /7 Jan/ }).click();
    const heart = page.getByRole("region", { name: "Your heart rate at threshold" });
    const zones = page.getByRole("heading", { name: "Time in zones of your heart rate" });
    await heart.getByRole("button", { name: "Tell it" }).click();
    expect(await zones.count()).toBe(0);
    await heart.getByLabel("Beats a minute").fill("fast");
    await heart.getByRole("button", { name: "Keep it" }).click();
    await heart.getByText("Give whole beats a minute, from 80 to 220.").waitFor();
    expect(await inspect(page, "heart-told", { fullPage: true })).toEqual([]);
    await heart.getByLabel("Beats a minute").fill("130");
    await heart.getByRole("button", { name: "Keep it" }).click();
    await zones.waitFor();
    await page.getByText("Zone 3, 117–123").waitFor();
    await heart.getByText("130 bpm").waitFor();
    expect(await inspect(page, "heart-zones", { fullPage: true })).toEqual([]);

    await page.getByRole("link", { name: "All runs" }).click();
    await heart.getByText("130 bpm").waitFor();
    await heart.getByRole("button", { name: "Forget it" }).click();
    await heart.getByRole("button", { name: "Tell it" }).waitFor();
    await page.getByRole("link", { name: /7 Jan/ }).click();
    await page.getByText("Best 5 km").waitFor();
    await expect.poll(() => zones.count()).toBe(0);
  });
});
