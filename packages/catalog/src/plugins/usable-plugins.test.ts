import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { configProblemText } from "../config-problem.ts";
import type { InstalledPlugin } from "./known-plugins.ts";
import { extendAsFarAsPossible, sortPlugins } from "./usable-plugins.ts";

const rulebook = realRulebook();
const HEAD = (id: string, on = true): string =>
  `id: ${id}\nversion: 1.0.0\ntitle: Ours\ndescription: Ours alone.\non: ${String(on)}\n`;
const RULES = "rules:\n  - { id: r, sentence: Two hard days., holds: week.qualityDays <= 2.0, source: us }\n";
const SPOILT = "programs:\n  - { distance: 5k, phase: taper, primary: [], touches: [] }\nsource: us\n";

/** A folder with these texts. */
const folder = (name: string, texts: Partial<Record<Part, string>>): InstalledPlugin => {
  const text = (part: Part) => ({ name: `plugins/${name}/${part}.yaml`, text: texts[part] ?? "" });
  return {
    from: "folder",
    files: {
      plugin: text("plugin"),
      ...(texts.phases === undefined ? {} : { phases: text("phases") }),
      ...(texts.rules === undefined ? {} : { rules: text("rules") }),
    },
  };
};
type Part = "plugin" | "phases" | "rules";
const placesOf = (plugins: readonly InstalledPlugin[]) =>
  plugins.map(({ files }) => files.plugin.name.split("/")[1]);

describe("the plugins of an installation", () => {
  it("are told apart by whether they can be read, each mistake with file, line and column", () => {
    const found = [
      folder("club", { plugin: HEAD("club"), rules: RULES }),
      folder("half", { plugin: "id: [\n" }),
      folder("typo", { plugin: HEAD("typo"), rules: RULES.replace("qualityDays", "hardDays") }),
      folder("empty", {}),
    ];
    const { usable, broken } = sortPlugins(found);
    expect(placesOf(usable)).toEqual(["club"]);
    expect(broken.map(({ place }) => place)).toEqual(["plugins/half", "plugins/typo", "plugins/empty"]);
    const texts = broken.map(({ problems }) => problems.map(configProblemText).join(" "));
    expect(texts[0]).toMatch(/^plugins\/half\/plugin\.yaml:\d+:\d+: /);
    expect(texts[1]).toMatch(/^plugins\/typo\/rules\.yaml:2:\d+: .*No such key/);
    expect(texts[2]).toMatch(/^plugins\/empty\/plugin\.yaml:1:1: /);
  });

  it("that say they are the same one: the folder that is called so is, in whatever order they come", () => {
    const own = folder("club", { plugin: HEAD("club") });
    const copy = folder("a-copy", { plugin: HEAD("club") });
    for (const found of [
      [own, copy],
      [copy, own],
    ]) {
      const { usable, broken } = sortPlugins(found);
      expect(placesOf(usable)).toEqual(["club"]);
      expect(broken).toMatchObject([
        {
          place: "plugins/a-copy",
          problems: [{ line: 1, message: expect.stringContaining("plugins/club") as string }],
        },
      ]);
    }
    const others = [copy, folder("b-copy", { plugin: HEAD("club") })];
    expect(sortPlugins(others).usable).toEqual([]);
    expect(sortPlugins(others).broken).toHaveLength(2);
  });

  it("that spoil a standard plan are left out, and no other for their sake", () => {
    const good = folder("zeal", { plugin: HEAD("zeal"), rules: RULES }).files;
    const bad = folder("club", { plugin: HEAD("club"), phases: SPOILT }).files;
    const off = folder("idle", { plugin: HEAD("idle", false), phases: SPOILT }).files;
    const { extended, broken } = extendAsFarAsPossible(rulebook, [bad, off, good]);
    expect(extended.plugins.map(({ id }) => id)).toEqual(["zeal"]);
    expect(extended.rulebook.plugins).toEqual({ zeal: "1.0.0" });
    expect(broken.map(({ place }) => place)).toEqual(["plugins/club"]);
    expect(broken[0]?.problems[0]).toMatchObject({
      file: "plugins/club/phases.yaml",
      message: expect.stringContaining("breaks law T4") as string,
    });
  });
});
