import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { treePaths } from "./tree.ts";

describe("the workout library", () => {
  const { workouts } = realRulebook();

  it("holds at least sixty definitions, each with a page of its own", () => {
    const paths = new Set(treePaths());
    expect(workouts.length).toBeGreaterThanOrEqual(60);
    expect(workouts.map(({ id }) => `docs/workouts/${id}.md`).filter((path) => !paths.has(path))).toEqual([]);
  });

  it("names an author, a study or a practice for every definition", () => {
    const named = /[A-Z][a-zé]+|68 published plans/;
    expect(workouts.filter(({ source }) => !named.test(source)).map(({ id }) => id)).toEqual([]);
  });
});
