import { basename } from "node:path";
import type { TreeFile } from "./tree.ts";

/** One rule about the text of a file, and a text that breaks it. */
export interface TextRule {
  readonly name: string;
  readonly appliesTo: RegExp;
  readonly broken: (file: TreeFile) => boolean;
  readonly planted: TreeFile;
}

const CODE = /[.](ts|tsx|js|mjs|css|sql)$/;
const PROSE_AND_CODE = /[.](ts|tsx|js|mjs|css|sql|md|ya?ml|html)$|^[.]ci\//;

export const LINES_MAX = 300;

/** Files over the limit that are allowed for now. A figure here may only fall. */
export const LONG_FILES: Readonly<Record<string, number>> = {};

// Spelt in pieces, so that this file keeps its own rules.
const words = (...pieces: readonly string[]): RegExp => new RegExp(pieces.join(""), "i");
const plant = (path: string, ...pieces: readonly string[]): TreeFile => ({ path, text: pieces.join("") });

const forbids = (name: string, appliesTo: RegExp, pattern: RegExp, planted: TreeFile): TextRule => ({
  name,
  appliesTo,
  broken: ({ text }) => pattern.test(text),
  planted,
});

export const lineCount = (text: string): number => text.trimEnd().split("\n").length;

export const TEXT_RULES: readonly TextRule[] = [
  forbids(
    "the pace index is called RPI; its usual name is a trademark",
    /./,
    words("vd", "ot"),
    plant("README.md", "Your VD", "OT is 50."),
  ),
  forbids(
    "no path of one machine",
    /./,
    /(^|[\s"'`(=:])\/(home|root|Users|work)\/[\w.-]/m,
    plant("tools/a.ts", 'const a = "/ho', 'me/ada/plans";'),
  ),
  forbids(
    "nothing reads a folder outside the repository",
    PROSE_AND_CODE,
    /[.][.]\/shared\/(reference|design|fixtures|hooks|README|roadmap)/,
    plant("tools/a.ts", 'readFileSync("../sha', 'red/reference/paces.json");'),
  ),
  forbids("no unfinished work", CODE, /\b(TO[D]O|FIX[M]E|XX[X])\b/, plant("tools/a.ts", "// TO", "DO later")),
  forbids(
    "no test stands alone and none is left out",
    /[.](test|e2e)[.]tsx?$/,
    /\b(it|test|describe)[.](?:\w+[.])*(only|skip|todo|fails)\b(?!If)/,
    plant("tools/a.test.ts", "it.on", 'ly("runs", run);'),
  ),
  forbids(
    "no rule is switched off in place",
    CODE,
    /eslint[-]disable|@ts[-](ignore|nocheck)|prettier[-]ignore/,
    plant("tools/a.ts", "// eslint", "-disable-next-line"),
  ),
  forbids(
    "packages come from npm, never from an address",
    /package(-lock)?[.]json$/,
    /"(resolved|_resolved)": "https?:|"(git[+]|https?:\/\/[^"]+[.]tgz)/,
    plant("package-lock.json", '"resol', 'ved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz"'),
  ),
  {
    name: `no file is longer than ${LINES_MAX} lines`,
    appliesTo: CODE,
    broken: ({ path, text }) => lineCount(text) > (LONG_FILES[path] ?? LINES_MAX),
    planted: plant("tools/a.ts", "a;\n".repeat(LINES_MAX + 1)),
  },
  {
    name: "files are named in kebab-case",
    appliesTo: /^(packages|apps|tests|tools|docs|migrations)\//,
    broken: ({ path }) => !isKebabCase(basename(path)) || hasUnderscore(path),
    planted: plant("packages/engine/src/planWeek.ts", ""),
  },
];

const isKebabCase = (name: string): boolean =>
  name === "README.md" || /^[.]?[a-z0-9]+([-_.][a-z0-9]+)*$/.test(name);

/** Migrations carry their number before an underscore; nothing else has one. */
const hasUnderscore = (path: string): boolean =>
  basename(path).includes("_") &&
  !/^migrations\/\d+_[a-z0-9-]+[.]sql$/.test(path) &&
  !path.includes("/fixtures/");
