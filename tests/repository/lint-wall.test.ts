import { ESLint } from "eslint";
import { check, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { readRoot, ROOT } from "./tree.ts";

const ENGINE = "packages/engine/src/plan/plan.ts";
const ACTIVITY = "packages/activity/src/index.ts";
const APPLICATION = "packages/application/src/index.ts";

/** Text put in place of a real file, in memory, and the rule that must object. */
const PLANTED: readonly (readonly [name: string, path: string, rule: string, text: string])[] = [
  ["a clock in the engine", ENGINE, "no-restricted-globals", "export const now = (): number => Date.now();"],
  [
    "chance in the engine",
    ENGINE,
    "no-restricted-properties",
    "export const dice = (): number => Math.random();",
  ],
  [
    "an argument changed in place in the engine",
    ENGINE,
    "no-param-reassign",
    "export function grow(week: { metres: number }): void { week.metres += 1; }",
  ],
  [
    "a cast in the engine",
    ENGINE,
    "@typescript-eslint/no-unsafe-type-assertion",
    'export const kind = (text: string) => text as "easy";',
  ],
  [
    "a clock in what judges activities",
    ACTIVITY,
    "no-restricted-globals",
    "export const now = (): number => Date.now();",
  ],
  ["a default export", APPLICATION, "no-restricted-syntax", "export default 1;"],
  ["a class", APPLICATION, "no-restricted-syntax", "export class Planner { readonly a = 1; }"],
  ["any", APPLICATION, "@typescript-eslint/no-explicit-any", "export const a = (b: any): unknown => b;"],
  [
    "a non-null assertion",
    APPLICATION,
    "@typescript-eslint/no-non-null-assertion",
    "export const a = (b: string | null): string => b!;",
  ],
  [
    "a promise that nobody waits for",
    APPLICATION,
    "@typescript-eslint/no-floating-promises",
    "export function a(b: () => Promise<void>): void { b(); }",
  ],
  [
    "a forgotten case",
    APPLICATION,
    "@typescript-eslint/switch-exhaustiveness-check",
    'export function a(b: "x" | "y"): number { switch (b) { case "x": return 1; } return 2; }',
  ],
  [
    "a function longer than 60 lines",
    APPLICATION,
    "max-lines-per-function",
    `export function long(): void {\n${"  Math.abs(1);\n".repeat(61)}}`,
  ],
  [
    "a comment that switches a rule off",
    APPLICATION,
    "no-restricted-syntax",
    ["/* eslint", "-disable */\nexport default 1;"].join(""),
  ],
];

describe("the linter", () => {
  const house = new ESLint({ cwd: ROOT });
  // In CI the parser would read each file once, from the disk, and overlook the text that is planted. And the few
  // packages that something is planted in are read sooner than the whole house.
  const project = [ENGINE, ACTIVITY, APPLICATION].map((path) => path.replace(/src[/].*/, "tsconfig.json"));
  const languageOptions = { parserOptions: { disallowAutomaticSingleRunInference: true, project } };
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: { files: ["**/*.ts"], languageOptions } });

  it.each(PLANTED)("sees %s", async (_name, path, rule, text) => {
    const [result] = await eslint.lintText(text, { filePath: path });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it("lets a harmless file pass", async () => {
    const [result] = await eslint.lintText("export const metres = 1000;\n", { filePath: ENGINE });
    expect(result?.messages).toEqual([]);
  });

  it("knows the types of every source file", async () => {
    const config: unknown = await house.calculateConfigForFile(ENGINE);
    const project = ["languageOptions", "parserOptions", "project"];
    expect(config).toHaveProperty(project, "./tsconfig.lint.json");
  });
});

describe("the format", () => {
  it("is checked with the house's settings", async () => {
    const options = { ...(await resolveConfig(`${ROOT}/eslint.config.js`)), parser: "typescript" };
    expect(await check("const a = {b:1}", options)).toBe(false);
    expect(await check(readRoot("tests/repository/tree.ts"), options)).toBe(true);
  });
});
