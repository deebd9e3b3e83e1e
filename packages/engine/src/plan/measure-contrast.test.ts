import { aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { contrastOf } from "./measure-contrast.ts";
import { dosesOf } from "./doses.ts";
import type { OptionFacts } from "./measured-plan.ts";
import { groundOf, piecesOf } from "./pieces.ts";
import type { SingleStep, Step } from "./plan.ts";
import type { SessionKind, Zone } from "./vocabulary.ts";

const words = aRulebook().laws.H1;

const timed = (zone: Zone, seconds: number): SingleStep => ({
  zone,
  by: "time",
  seconds,
  metres: seconds * 4,
});

/** A session with easy running before and after the work. */
function way(title: string, kind: SessionKind, ...work: readonly Step[]): OptionFacts {
  const steps = [timed("easy", 900), ...work, timed("easy", 600)];
  const booking = { distance: "10k", kind, words } as const;
  return {
    kind,
    title,
    metres: 10_000,
    seconds: 3600,
    doses: dosesOf(steps, booking),
    pieces: piecesOf(steps, booking),
    ground: groundOf(title, steps),
  };
}

const repeats = (count: number, zone: Zone, seconds: number): Step => ({
  repeat: count,
  steps: [timed(zone, seconds), timed("easy", 120)],
});

describe("two ways to run a session", () => {
  it("differ in form where one is broken and the other is not, told with their pieces and minutes", () => {
    const broken = way("Cruise intervals", "threshold", repeats(4, "threshold", 480));
    const whole = way("Tempo run", "threshold", timed("threshold", 1920));
    expect(contrastOf(broken, whole)).toMatchObject({
      by: "form",
      a: { form: "broken", zones: ["threshold"], pieces: 4, longestSeconds: 480, workSeconds: 1920 },
      b: { form: "continuous", zones: ["threshold"], pieces: 1, longestSeconds: 1920, workSeconds: 1920 },
    });
  });

  it("differ in ground first, whatever else differs", () => {
    const flat = way("Repeats", "interval", repeats(5, "interval", 180));
    const hills = way("Hill repeats", "hills", repeats(5, "interval", 180));
    expect(contrastOf(flat, hills)).toMatchObject({
      by: "ground",
      a: { ground: "any" },
      b: { ground: "hills" },
    });
  });

  it("differ in kind where only the name of the work is another", () => {
    const one = way("Repeats", "interval", repeats(5, "interval", 180));
    expect(contrastOf(one, { ...one, kind: "fartlek" })?.by).toBe("kind");
  });

  it("are of one kind where nothing but the numbers differs", () => {
    const four = way("Cruise intervals", "threshold", repeats(4, "threshold", 480));
    const five = way("Shorter cruise intervals", "threshold", repeats(5, "threshold", 380));
    expect(contrastOf(four, five)).toBeNull();
  });

  it("tell pieces of equal and of unequal length apart, to five seconds", () => {
    const pieces = (last: number): OptionFacts =>
      way("Repeats", "interval", repeats(4, "interval", 180), timed("interval", last));
    expect(contrastOf(pieces(180), pieces(186))).toMatchObject({
      a: { form: "broken" },
      b: { form: "mixed" },
    });
    expect(contrastOf(pieces(180), pieces(185))).toBeNull();
  });

  it("tell work in two zones from work in two others", () => {
    const mixed = (zone: Zone): OptionFacts =>
      way("Mixed", "interval", repeats(2, "threshold", 300), repeats(4, zone, 60));
    expect(contrastOf(mixed("interval"), mixed("repetition"))).toMatchObject({
      by: "form",
      a: { form: "zones", zones: ["threshold", "interval"] },
      b: { form: "zones", zones: ["threshold", "repetition"] },
    });
    expect(contrastOf(mixed("interval"), mixed("interval"))).toBeNull();
  });

  it("may both be easy running, with nothing in it to cut", () => {
    const road = way("Long run", "long");
    const trail = way("Long run on trails", "long");
    expect(contrastOf(road, trail)).toMatchObject({
      by: "ground",
      a: { form: "plain", pieces: 0, longestSeconds: 0, workSeconds: 0 },
    });
  });
});
