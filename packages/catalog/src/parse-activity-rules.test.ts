import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { configProblemText } from "./config-problem.ts";
import { parseActivityRules } from "./parse-activity-rules.ts";

const TEXT = readFileSync(new URL("../../../config/activity_rules.yaml", import.meta.url), "utf8");
const parse = (text: string) => parseActivityRules({ name: "activity_rules.yaml", text });
const problems = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.error.map(configProblemText).map((told) => told.replace(/:\d+:\d+:/, ":"));
};

describe("parseActivityRules", () => {
  it("reads the rules of this repository, and hands a changed number on", () => {
    expect(problems(TEXT)).toEqual([]);
    const changed = parse(TEXT.replace("groupGapSeconds: 2700", "groupGapSeconds: 60"));
    expect(changed.ok && changed.value.matching.groupGapSeconds).toBe(60);
  });

  it("names what is misspelt, out of bounds and without a source", () => {
    expect(problems(TEXT.replace("overlapMin: 0.8", "overlapMim: 0.8"))).toEqual([
      "activity_rules.yaml: duplicates.overlapMim is no key of this file; did you mean overlapMin?",
    ]);
    expect(problems(TEXT.replace("overlapMin: 0.8", "overlapMin: 80"))).toEqual([
      "activity_rules.yaml: duplicates.overlapMin is 80; expected a share from 0 to 1.",
    ]);
    expect(problems(TEXT.replace(/source: Satellite.*/, 'source: ""'))).toEqual([
      'activity_rules.yaml: recording.source is ""; expected text that names where these numbers come from.',
    ]);
  });
});
