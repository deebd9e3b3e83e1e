import { LAWS } from "@strideiq/engine";
import { BROKEN_CHANGES, BROKEN_PLANS } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { treePaths } from "./tree.ts";

describe("the laws", () => {
  const paths = new Set(treePaths());
  const missing = (pathOf: (name: string) => string): readonly string[] =>
    LAWS.map(({ name }) => pathOf(name)).filter((path) => !paths.has(path));

  it("are many, each with an id and a name of its own", () => {
    expect(LAWS.length).toBeGreaterThanOrEqual(39);
    expect(new Set(LAWS.map(({ id }) => id)).size).toBe(LAWS.length);
    expect(new Set(LAWS.map(({ name }) => name)).size).toBe(LAWS.length);
  });

  it("have a file each, named after them", () => {
    expect(missing((name) => `packages/engine/src/checks/${name}.ts`)).toEqual([]);
  });

  it("are each broken by hand in a test: in the list of broken plans, or in one beside the law", () => {
    const broken = new Set<string>([...BROKEN_PLANS, ...BROKEN_CHANGES].map(({ law }) => law));
    const unproved = LAWS.filter(
      ({ id, name }) => !broken.has(id) && !paths.has(`packages/engine/src/checks/${name}.test.ts`),
    );
    expect(unproved.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it("have a page each", () => {
    expect(missing((name) => `docs/laws/${name}.md`)).toEqual([]);
  });
});
