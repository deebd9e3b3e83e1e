import { realRulebook } from "@strideiq/testing";
import { expect, it } from "vitest";
import { twoWeeksMost } from "./two-weeks.ts";

const rulebook = realRulebook();
const built = (...km: readonly number[]): readonly { metres: number; longRunMetres: number }[] =>
  km.map((one) => ({ metres: one * 1000, longRunMetres: one * 400 }));
const mostAfter = (km: readonly number[], weeklyMetres: number | null, afterCutback = false): number =>
  twoWeeksMost(built(...km), afterCutback, { weeklyMetres, runWalk: null }, rulebook);

it("lets a runner of 18 km a week grow by half in two weeks, and of 12 km by eight kilometres", () => {
  expect(mostAfter([18, 22], null)).toBe(27_000);
  expect(mostAfter([12, 16], null)).toBe(20_000);
});

it("counts the first weeks from what the runner is used to, where that is more", () => {
  expect(mostAfter([17.6], 16_000)).toBe(24_000);
  expect(mostAfter([16, 18], 18_000)).toBe(27_000);
  expect(mostAfter([16, 18, 18, 18], 19_000)).toBe(27_000);
});

it("has a cutback as the week between, and says nothing from 20 km on or where nothing is known", () => {
  expect(mostAfter([15, 19], null, true)).toBe(28_500);
  expect(mostAfter([21, 25], null)).toBe(Number.POSITIVE_INFINITY);
  expect(mostAfter([17], null)).toBe(Number.POSITIVE_INFINITY);
});

it("leaves those alone who begin with walks: what they run grows inside the same distance", () => {
  const runner = { weeklyMetres: 3000, runWalk: { rungs: [], firstStage: 0 } };
  expect(twoWeeksMost(built(11), false, runner, rulebook)).toBe(Number.POSITIVE_INFINITY);
});
