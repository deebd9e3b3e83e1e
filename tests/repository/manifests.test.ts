import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRoot, ROOT, treePaths } from "./tree.ts";

interface Manifest {
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readManifest = (path: string): Manifest => JSON.parse(readRoot(path)) as Manifest;

describe("the manifests", () => {
  const manifests = treePaths().filter((path) => /(^|\/)package[.]json$/.test(path));

  it("are all private", () => {
    expect(manifests.length).toBeGreaterThanOrEqual(11);
    expect(manifests.filter((path) => readManifest(path).private !== true)).toEqual([]);
  });

  it("name exact versions, so that two machines install the same", () => {
    const loose = manifests.flatMap((path) => {
      const { dependencies, devDependencies, optionalDependencies } = readManifest(path);
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+[.]\d+[.]\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`);
    });
    expect(loose).toEqual([]);
  });
});

describe("the handbook", () => {
  const { scripts = {} } = readManifest("package.json");
  const pages = treePaths().filter((path) => path.endsWith(".md"));

  it("names only npm scripts that exist", () => {
    const unknown = pages.flatMap((path) =>
      [...readRoot(path).matchAll(/(?:^\s*|`)npm (?:run )?([a-z][\w:-]*)/gm)]
        .map(([, name = ""]) => name)
        .filter((name) => !(name in scripts) && !["ci", "run"].includes(name))
        .map((name) => `${path}: npm ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("links only to files that exist", () => {
    const broken = pages.flatMap((path) =>
      [...readRoot(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("explains its words by types, values and tables that exist", () => {
    const sources = treePaths()
      .filter((path) => /^(packages|apps|migrations)\/.*[.](tsx?|sql)$/.test(path))
      .map(readRoot)
      .join("\n");
    const named = readRoot("GLOSSARY.md")
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .flatMap((line) =>
        [...(line.split("|").at(-2) ?? "").matchAll(/`([\w.]+)`/g)].map(([, word = ""]) => word),
      );
    expect(named.length).toBeGreaterThan(40);
    const unknown = named
      .flatMap((word) => word.split("."))
      .filter((word) => !new RegExp(`\\b${word}\\b`).test(sources));
    expect(unknown).toEqual([]);
  });

  it("names only source files that exist", () => {
    const missing = ["ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "README.md"]
      .filter((path) => existsSync(join(ROOT, path)))
      .flatMap((path) =>
        [...readRoot(path).matchAll(/`((?:packages|apps|config|docs|tools|tests|migrations)\/[\w./-]+)`/g)]
          .map(([, named = ""]) => named)
          .filter((named) => !existsSync(join(ROOT, named)))
          .map((named) => `${path}: ${named}`),
      );
    expect(missing).toEqual([]);
  });
});
