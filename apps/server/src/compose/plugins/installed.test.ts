import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { configProblemText } from "@strideiq/catalog";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readInstalledPlugins } from "./installed.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "strideiq-installed-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const HEAD = `{ id: "club", version: "1.0.0", title: "Club", description: "Ours.", on: false }`;

async function problems(): Promise<readonly string[]> {
  const { broken } = await readInstalledPlugins(root);
  return broken.flatMap((plugin) => plugin.problems.map(configProblemText));
}

describe("a plugin that is a TypeScript module", { timeout: 60_000 }, () => {
  it("hands over what it has made, of its own files", async () => {
    write("plugins/club/head.ts", `export const head: { readonly id: string } = ${HEAD};`);
    write(
      "plugins/club/plugin.ts",
      `import { head } from "./head.ts";
       const rule = (n: number) => ({ id: "days-" + String(n), sentence: "S.", holds: "week.runDays <= 6.0", source: "us" });
       export default { plugin: head, rules: { rules: [1, 2].map(rule) } };`,
    );
    expect(await problems()).toEqual([]);
    const [plugin] = (await readInstalledPlugins(root)).usable;
    expect(plugin?.from).toBe("folder");
    expect(plugin?.files.plugin).toMatchObject({ name: "plugins/club/plugin.ts#plugin" });
    expect(JSON.parse(plugin?.files.rules?.text ?? "{}")).toMatchObject({
      rules: [{ id: "days-1" }, { id: "days-2" }],
    });
  });

  it.each([
    ["throws", `const a = 1;\n  throw new Error("no luck");`, /:2:9: .*breaks: no luck/],
    ["is no TypeScript", `const a = 1;\nconst b = = 2;`, /:2:\d+: .*breaks/],
    ["loops", `for (;;);`, /takes longer than 5 seconds/],
    ["reads the clock", `export default { plugin: ${HEAD}, at: Date.now() };`, /asks for the time/],
    ["asks for the day", `export default { plugin: ${HEAD}, at: new Date().getDay() };`, /asks for the time/],
    ["draws lots", `export default { plugin: { ...${HEAD}, on: Math.random() < 0.5 } };`, /asks for chance/],
    [
      "reads files",
      `import { readFileSync } from "node:fs"; export default readFileSync("/");`,
      /imports node:fs/,
    ],
    ["reaches out of its folder", `import x from "../other/x.ts"; export default x;`, /imports \.\.\/other/],
    ["ends the process", `process.exit(1);`, /process is not defined/],
    ["makes code of text", `export default Function("return 1")();`, /Code generation from strings/],
    [
      "fills the memory",
      `const all = []; for (;;) all.push(new Array(1e6).fill(all.length));`,
      /breaks|takes longer|ends/,
    ],
    ["hands over nothing", `export const plugin = 1;`, /has no default export/],
    ["hands over a function", `export default { plugin: ${HEAD}, generate: {} };`, /exports generate/],
  ])("and %s is refused by name", async (_, text, message) => {
    write("plugins/club/plugin.ts", text);
    const found = await problems();
    expect(found).toEqual([expect.stringMatching(/^plugins\/club\/plugin\.ts:\d+:\d+: /)]);
    expect(found).toEqual([expect.stringMatching(message)]);
  });
});

describe("a plugin that is an npm package", () => {
  const named = (name: string): void => {
    write("config/plugins.yaml", `packages:\n  - "${name}"\n`);
  };

  it("is found where the file of the installation names it, as YAML or as a module", async () => {
    write(
      "node_modules/@club/hills/plugin.yaml",
      "id: hills\nversion: 1.0.0\ntitle: A\ndescription: B\non: false\n",
    );
    write("node_modules/@club/unnamed/plugin.yaml", "id: [");
    named("@club/hills");
    expect(await readInstalledPlugins(root)).toMatchObject({
      broken: [],
      usable: [{ from: "package", files: { plugin: { name: "node_modules/@club/hills/plugin.yaml" } } }],
    });
    write("node_modules/@club/hills/plugin.js", `export default { plugin: ${HEAD} };`);
    expect(await readInstalledPlugins(root)).toMatchObject({
      broken: [],
      usable: [{ files: { plugin: { name: "node_modules/@club/hills/plugin.js#plugin" } } }],
    });
  });

  it("is refused with the line that names it where it is not installed, or is no package at all", async () => {
    named("@club/gone");
    expect(await problems()).toEqual([
      "config/plugins.yaml:2:5: There is no package @club/gone in node_modules.",
    ]);
    named("../../etc");
    expect(await problems()).toEqual([
      expect.stringMatching(/^config\/plugins\.yaml:2:5: .*the name of a package/),
    ]);
  });

  it.each([
    ["throws", `throw new Error("no luck");`, /breaks: no luck/],
    ["loops", `for (;;);`, /takes longer than 5 seconds/],
    ["reads the clock", `export default { plugin: ${HEAD}, at: Date.now() };`, /asks for the time/],
  ])("and %s is left out by name, and the ones beside it stay", async (_, text, message) => {
    write("node_modules/@club/hills/plugin.js", text);
    write("plugins/mine/plugin.yaml", "id: mine\nversion: 1.0.0\ntitle: A\ndescription: B\non: false\n");
    named("@club/hills");
    const { usable, broken } = await readInstalledPlugins(root);
    expect(usable.map(({ files }) => files.plugin.name)).toEqual(["plugins/mine/plugin.yaml"]);
    expect(broken.map(({ place }) => place)).toEqual(["node_modules/@club/hills"]);
    expect(broken.flatMap((plugin) => plugin.problems.map(configProblemText))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  it("is none where nothing is named", async () => {
    expect(await readInstalledPlugins(root)).toEqual({ usable: [], broken: [] });
  });
});
