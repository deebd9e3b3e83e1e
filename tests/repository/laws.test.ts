import { LAWS } from "@strideiq/engine";
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

  it("have a test each, beside them", () => {
    expect(missing((name) => `packages/engine/src/checks/${name}.test.ts`)).toEqual([]);
  });

  it("have a page each", () => {
    expect(missing((name) => `docs/laws/${name}.md`)).toEqual([]);
  });
});
