import { readdirSync, readFileSync } from "node:fs";
import { isRepeat, type PlanInNotation, parsePlan, printPlan, type Step } from "@strideiq/engine";
import { SECONDS_PER_KM } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../../tools/golden/golden-files.ts";

const CURE =
  "This plan is not the one that was read and accepted. Read the change as a coach would; " +
  "if it is meant, accept it with: npm run golden -- --write";

const folder = new URL(".", import.meta.url);
const stored = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const fresh = goldenFiles();

const read = (text: string): PlanInNotation => {
  const plan = parsePlan(text, (zone) => SECONDS_PER_KM[zone] / 1000);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
};

/** The quantity that follows from a pace left out. */
const prescribed = (steps: readonly Step[]): readonly unknown[] =>
  steps.map((step) => {
    if (isRepeat(step)) return { repeat: step.repeat, steps: prescribed(step.steps) };
    const { by, effort, metres, seconds, zone } = step;
    return { zone, by, amount: by === "distance" ? metres : seconds, effort };
  });

/** What is run: without what follows from a pace, without the reasons and the names of definitions. */
const withoutPaces = ({ daysPerWeek, distance, raceDate, tier, weeks }: PlanInNotation): unknown => ({
  daysPerWeek,
  distance,
  raceDate,
  tier,
  weeks: weeks.map(({ days, kind, phase, targetMetres, week }) => ({
    kind,
    phase,
    targetMetres,
    week,
    days: days.map(({ date, sessions }) => ({
      date,
      sessions: sessions.map(({ chosen, estimated, id, kind, optionB, quality, steps, title }) => ({
        chosen,
        estimated,
        id,
        kind,
        quality,
        title,
        steps: prescribed(steps),
        optionB: optionB && { kind: optionB.kind, title: optionB.title, steps: prescribed(optionB.steps) },
      })),
    })),
  })),
});

describe("the standard plans", () => {
  it("are 24, each with its file and no file without its plan", () => {
    expect(fresh).toHaveLength(24);
    expect(stored.toSorted(), CURE).toEqual(fresh.map(({ name }) => name).toSorted());
  });

  it.each(fresh.map((file) => [file.name, file] as const))("%s is as it was read", (name, { text }) => {
    expect(text, CURE).toBe(readFileSync(new URL(name, folder), "utf8"));
  });

  it.each(fresh.map((file) => [file.name, file] as const))(
    "%s says all that is prescribed",
    (_name, { plan, text }) => {
      expect(withoutPaces(read(text))).toEqual(withoutPaces(plan));
      expect(printPlan(read(printPlan(read(text))))).toBe(printPlan(read(text)));
    },
  );
});
