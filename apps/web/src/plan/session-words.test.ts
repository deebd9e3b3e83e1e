import type { Plan, Session } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { kilometres, minutes, PACES, plan, session } from "../testing/sample-plan.ts";
import { cardTitle } from "./card-title.ts";
import { paceOf, runLine, sizeOf, workLine } from "./session-words.ts";

const withPaces = plan([]);
const byEffort = plan([], null);

const cruise = session({
  kind: "threshold",
  steps: [
    minutes("easy", 15),
    { repeat: 4, steps: [minutes("threshold", 8), minutes("recovery", 2)] },
    minutes("easy", 10),
  ],
});

const fastLong = session({ kind: "long", steps: [kilometres("easy", 18), kilometres("marathon", 10)] });

const strides = session({
  kind: "strides",
  steps: [minutes("easy", 40), { repeat: 6, steps: [minutes("repetition", 0.5, "fast, relaxed")] }],
});

const twoPaces = session({
  kind: "interval",
  steps: [{ repeat: 4, steps: [minutes("ten_k", 2), minutes("marathon", 3)] }],
});

const race = session({ kind: "race", metres: 42_195, steps: [kilometres("race", 42.195)] });

describe("what a card says about a session", () => {
  const lines: readonly [string, Session, Plan, string][] = [
    ["repeats with their pace", cruise, withPaces, "4 × 8 min · 4:30–4:36"],
    ["repeats alone where there are no paces", cruise, byEffort, "4 × 8 min"],
    ["the name of the pace inside a long run", fastLong, withPaces, "10 km marathon pace"],
    ["strides without a pace: they go by feel", strides, withPaces, "6 × 30 s"],
    ["no pace where there are several", twoPaces, withPaces, "4 × 2 min + 4 × 3 min"],
    ["the pace of the race, whose length its size says", race, withPaces, "4:47–4:54"],
    ["nothing about an easy run", session({ kind: "easy", steps: [kilometres("easy", 10)] }), withPaces, ""],
  ];
  it.each(lines)("%s", (_what, { kind, title, metres, seconds, steps }, of, line) => {
    expect(workLine({ kind, title, metres, seconds, steps }, of, "km")).toBe(line);
  });
});

describe("the size of a session", () => {
  it("is its distance, with the time that follows", () => {
    const byTime = sizeOf(session({ kind: "easy", steps: [kilometres("easy", 10)] }), "km", true);
    expect(byTime).toMatchObject({ isDistance: false, also: "10 km" });
    expect(byTime.unit).toMatch(/min|^$/);
    expect(sizeOf(session({ kind: "easy", steps: [kilometres("easy", 10)] }), "km")).toEqual({
      main: "10",
      unit: "km",
      isDistance: true,
      also: "about 50 min",
    });
  });

  it("is its time where the distance is only a planning figure, which is said to be about", () => {
    const estimated = session({ kind: "easy", steps: [minutes("easy", 50)], estimated: true });
    expect(sizeOf(estimated, "km")).toMatchObject({ main: "50", unit: "min", also: "about 10 km" });
  });

  it("marks a distance that is estimated but prescribed", () => {
    const estimated = session({ kind: "easy", steps: [kilometres("easy", 10)], estimated: true });
    expect(sizeOf(estimated, "mi").main).toBe("about 6.2 mi");
  });
});

describe("the pace of a step", () => {
  it("is known for paced zones, never for walks, efforts in words, or runners without a result", () => {
    expect(paceOf(minutes("threshold", 8), PACES)).toBe(PACES.threshold);
    expect(paceOf(minutes("walk", 1), PACES)).toBeNull();
    expect(paceOf(minutes("repetition", 1, "uphill, strong"), PACES)).toBeNull();
    expect(paceOf(minutes("threshold", 8), null)).toBeNull();
  });
});

describe("the size of a race", () => {
  it("is its distance, also for a runner whose other distances are planning figures", () => {
    const steps = [kilometres("race", 5)];
    const ownRace = session({ kind: "race", metres: 5000, estimated: true, steps });
    expect(sizeOf(ownRace, "km")).toMatchObject({ main: "5", unit: "km" });
  });
});

describe("the name on a card", () => {
  it("is the usual one of its kind, but says of walking and running in turn that it is both", () => {
    const easy = session({ kind: "easy", title: "Easy run", steps: [kilometres("easy", 10)] });
    const inTurn = session({
      kind: "easy",
      title: "Run and walk",
      steps: [{ repeat: 8, steps: [minutes("easy", 1), minutes("walk", 1.5)] }],
    });
    expect([cardTitle(easy), cardTitle(inTurn)]).toEqual(["Easy", "Run and walk"]);
  });

  it("says what an easy run ends with, which is not always strides", () => {
    const named = (title: string): string =>
      cardTitle(session({ kind: "strides", title, steps: [kilometres("easy", 8)] }));
    expect(["Easy run with strides", "Easy run with hill sprints"].map(named)).toEqual([
      "Easy + strides",
      "Easy + hill sprints",
    ]);
  });
});

describe("what was run of a session", () => {
  const nothing = { doneOn: null, metres: null, seconds: null, effort: null, note: null } as const;

  it("is said as far as it was measured, and not of what was skipped", () => {
    expect(runLine({ ...nothing, state: "done", metres: 13_240, seconds: 4600 }, "km")).toBe(
      "ran 13.2 km · 1:16:40",
    );
    expect(runLine({ ...nothing, state: "partly_done", metres: 5000 }, "mi")).toBe("ran 3.1 mi");
    expect(runLine({ ...nothing, state: "done" }, "km")).toBe("");
    expect(runLine({ ...nothing, state: "skipped", metres: 5000 }, "km")).toBe("");
    expect(runLine(undefined, "km")).toBe("");
  });
});
