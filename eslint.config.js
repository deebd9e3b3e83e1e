import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const TESTS = ["**/*.test.ts", "**/*.test.tsx", "**/*.fixture.ts", "**/*.e2e.ts", "tests/**"];

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name, so that a thing has one name everywhere.",
};
const noClass = {
  selector: ":matches(ClassDeclaration, ClassExpression):not([superClass.name='Error'])",
  message: "A function or a plain value does here; see docs/decisions/0007.",
};
const noDate = {
  name: "Date",
  message: "No clock here: take a CalendarDate as an argument (engine/src/units/calendar-date.ts).",
};
const noRandom = {
  object: "Math",
  property: "random",
  message: "No chance here: equal input gives equal output.",
};

export default defineConfig(
  { ignores: ["**/node_modules/", "**/dist/", ".cache/", ".data/", "coverage/", "reports/"] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: "./tsconfig.lint.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: "error",
      "prefer-const": "error",
      "no-param-reassign": "error",
      "max-depth": ["error", 4],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", noDefaultExport, noClass],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // No enum can be written here (erasable syntax) and hardly a class (decision 7): the two took a quarter of
      // the time.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    files: ["packages/engine/src/**/*.ts", "packages/access/src/**/*.ts", "packages/activity/src/**/*.ts"],
    ignores: TESTS,
    rules: {
      "no-param-reassign": ["error", { props: true }],
      "no-restricted-globals": ["error", noDate],
      "no-restricted-properties": ["error", noRandom],
      "@typescript-eslint/no-unsafe-type-assertion": "error",
    },
  },
  {
    // A cast to a branded type belongs where its text was checked, and nowhere else.
    files: ["packages/engine/src/units/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-type-assertion": "off" },
  },
  {
    // Kysely hands its functions over to be taken apart: `({ fn, eb }) => ...`.
    files: ["packages/adapters/src/postgres/**/*.ts"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
  // Markup is counted like data: a little longer is still one thought.
  { files: ["**/*.tsx"], rules: { "max-lines-per-function": ["error", 80] } },
  { files: TESTS, rules: { "max-lines-per-function": "off", "@typescript-eslint/unbound-method": "off" } },
  {
    files: ["*.config.ts", "**/vitest.config.ts", "**/vite.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
