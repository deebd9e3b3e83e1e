import { describe, expect, it } from "vitest";
import { settingsIn } from "./flag.ts";
import { readFlag } from "./read-flag.ts";

const WORDS = { description: "Sessions to choose from.", owner: "coaching" };
const pathsOf = (value: unknown): readonly string[] => {
  const read = readFlag(value);
  return read.ok ? [] : read.error.map(({ path }) => path.join("."));
};

describe("a flag", () => {
  it("that says nothing else is off, for everybody, in all environments", () => {
    expect(readFlag(WORDS)).toEqual({
      ok: true,
      value: { ...WORDS, killed: false, rolloutPercent: 0, athletes: [], only: {}, environments: {} },
    });
  });

  it.each([
    ["a rollout of 140 %", { rolloutPercent: 140 }, "rolloutPercent"],
    ["a rollout of -1 %", { rolloutPercent: -1 }, "rolloutPercent"],
    ["a rollout in words", { rolloutPercent: "all" }, "rolloutPercent"],
    ["a rollout finer than its hash", { rolloutPercent: 0.00001 }, "rolloutPercent"],
    ["a misspelt key", { rolloutPercentage: 1 }, "rolloutPercentage"],
    ["a kill switch half way", { killed: "maybe" }, "killed"],
    ["an attribute that nobody knows", { only: { shoeSize: ["44"] } }, "only.shoeSize"],
    ["a condition without values", { only: { role: "coach" } }, "only.role"],
    ["an athlete that is a number", { athletes: [7] }, "athletes.0"],
    ["an environment that nobody has", { environments: { moon: {} } }, "environments.moon"],
    [
      "a wrong number in one environment",
      { environments: { production: { rolloutPercent: 101 } } },
      "environments.production.rolloutPercent",
    ],
    ["nobody who decides about it", { owner: " " }, "owner"],
  ])("with %s is refused, and the place is named", (_, part, path) => {
    expect(pathsOf({ ...WORDS, ...part })).toEqual([path]);
  });

  it.each([null, [], "on", 1, undefined])("that is %j is refused", (value) => {
    expect(readFlag(value)).toMatchObject({ ok: false });
  });

  it("may stand otherwise in one environment, but not rise from the dead there", () => {
    const read = readFlag({
      ...WORDS,
      rolloutPercent: 10,
      environments: { staging: { rolloutPercent: 100, killed: false } },
    });
    if (!read.ok) throw new Error("unreadable");
    expect(settingsIn(read.value, "staging").rolloutPercent).toBe(100);
    expect(settingsIn(read.value, "production").rolloutPercent).toBe(10);
    expect(settingsIn({ ...read.value, killed: true }, "staging").killed).toBe(true);
  });
});
