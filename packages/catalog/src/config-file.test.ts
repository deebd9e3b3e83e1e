import { describe, expect, it } from "vitest";
import { readConfigFile } from "./config-file.ts";
import { configProblemText } from "./config-problem.ts";

const problemsIn = (text: string): readonly string[] => {
  const file = readConfigFile({ name: "a.yaml", text });
  return file.ok ? [] : file.error.map(configProblemText);
};

describe("readConfigFile", () => {
  it.each([
    ["an unclosed list", "a: [1\nb: 2", /^a\.yaml:2:1: This is not readable YAML: Flow sequence/],
    [
      "a key given twice",
      "a: 1\nb: 2\na: 3",
      "a.yaml:3:1: This is not readable YAML: Map keys must be unique.",
    ],
    ["a tab", "a:\n\tb: 1", /^a\.yaml:2:1: This is not readable YAML: Tabs/],
    ["a tag", "a: 1\nb: !secret 2", "a.yaml:2:4: This is not readable YAML: Unresolved tag: !secret."],
    ["an alias of nothing", "a: 1\nb: *c", "a.yaml:2:4: There is no anchor &c."],
    ["a key that is a list", "? [a, b]\n: 1", "a.yaml:1:3: A key is a single word here."],
    ["a second document", "a: 1\n---\nb: 2", /^a\.yaml:2:1: This is not readable YAML/],
    ["a bottomless list", "[".repeat(20_000), /^a\.yaml:1:\d+: This is not readable YAML/],
    ["a file without end", "# ".repeat(600_000), "a.yaml:1:1: The file has more than 1000000 characters."],
  ])("refuses %s", (_title, text, message) => {
    expect(problemsIn(text)[0]).toMatch(message);
  });

  it("refuses more aliases than a person would write, before it unfolds them", () => {
    const bomb = [
      "a0: &a0 [1]",
      ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
    ];
    expect(problemsIn(bomb.join("\n"))).toEqual(["a.yaml:52:12: The file has more than 100 aliases."]);
  });

  it("reads values through an alias and points at the anchor's text", () => {
    const file = readConfigFile({ name: "a.yaml", text: "base: &base\n  x: 1\ncopy: *base\n" });
    expect(file.ok && file.value.value).toEqual({ base: { x: 1 }, copy: { x: 1 } });
    expect(file.ok && file.value.problemAt(["copy", "x"], "!")).toMatchObject({
      line: 2,
      column: 6,
      path: "copy.x",
    });
  });

  it("points at the nearest group when the place does not exist", () => {
    const file = readConfigFile({ name: "a.yaml", text: "a:\n  b:\n    c: 1\n" });
    expect(file.ok && file.value.problemAt(["a", "b", "d", "e"], "!")).toMatchObject({ line: 2, column: 3 });
    expect(file.ok && file.value.problemAtKey(["a", "b", "c"], "!")).toMatchObject({ line: 3, column: 5 });
  });

  it("places problems of an empty file at its beginning", () => {
    const file = readConfigFile({ name: "a.yaml", text: "" });
    expect(file.ok && file.value.problemAt(["a"], "!")).toMatchObject({ line: 1, column: 1 });
  });
});
