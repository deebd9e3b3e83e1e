import { describe, expect, it } from "vitest";
import { LINES_MAX, lineCount, LONG_FILES, TEXT_RULES } from "./text-rules.ts";
import { readRoot, treeFiles } from "./tree.ts";

describe("the text of the repository", () => {
  const files = treeFiles();

  it("is read whole", () => {
    expect(files.length).toBeGreaterThan(60);
  });

  it.each(TEXT_RULES)("keeps the rule: $name", ({ appliesTo, broken }) => {
    const breakers = files.filter((file) => appliesTo.test(file.path) && broken(file));
    expect(breakers.map(({ path }) => path)).toEqual([]);
  });

  it.each(TEXT_RULES)("would be caught breaking it: $name", ({ appliesTo, broken, planted }) => {
    expect(appliesTo.test(planted.path) && broken(planted)).toBe(true);
  });

  it("holds no long file that has become shorter than its allowance", () => {
    const stale = Object.entries(LONG_FILES).filter(([path, allowed]) => {
      const lines = lineCount(readRoot(path));
      return lines < allowed || allowed <= LINES_MAX;
    });
    expect(stale).toEqual([]);
  });
});
