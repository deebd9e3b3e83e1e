import { expect, it } from "vitest";
import { reasonWords } from "./reason-words.ts";

it("a wish that is refused is told in the units of whoever reads", () => {
  const told = {
    law: "E1",
    field: "weeklyMetres",
    measured: 15_000,
    limit: 24_000,
    quantity: "distance",
  } as const;
  expect(reasonWords(told, "km")).toMatch(/^You run 15 km a week; this race needs at least 24 km/);
  expect(reasonWords(told, "mi")).toMatch(/^You run 9.3 mi a week; this race needs at least 14.9 mi/);
});
