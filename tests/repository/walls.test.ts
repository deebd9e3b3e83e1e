import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantedTree, ROOT, treePaths } from "./tree.ts";

/** A file that must not be, and the wall that must see it. */
const PLANTED = {
  "packages/engine/src/planted-node.ts": ["engine", 'import "node:fs";'],
  "packages/engine/src/planted-zod.ts": ["engine", 'import { z } from "zod";\nexport const a = z;'],
  "packages/access/src/planted.ts": ["access", 'import "node:fs";'],
  "packages/activity/src/planted.ts": ["activity", 'import "node:fs";'],
  "packages/activity-files/src/planted.ts": ["activity-files", 'import "@strideiq/catalog";'],
  "packages/activity-files/src/xml/planted-fit.ts": ["vendor-garminfitsdk", 'import "@garmin/fitsdk";'],
  "packages/activity-files/src/fit/planted-xml.ts": ["vendor-saxes", 'import "saxes";'],
  "packages/activity-files/src/fit/planted-zip.ts": ["vendor-yauzl", 'import "yauzl";'],
  "packages/activity-files/src/fit/planted-csv.ts": ["vendor-csv-parse", 'import "csv-parse";'],
  "packages/wording/src/planted.ts": ["wording", 'import "@strideiq/contracts";'],
  "packages/contracts/src/planted.ts": ["contracts", 'import "@strideiq/catalog";'],
  "packages/client/src/planted.ts": ["client", 'import "@strideiq/wording";'],
  "packages/catalog/src/planted.ts": ["catalog", 'import "node:fs";'],
  "packages/catalog/src/planted-cel.ts": ["vendor-marcbachmanncel-js", 'import "@marcbachmann/cel-js";'],
  "packages/application/src/planted.ts": ["application", 'import "@strideiq/adapters";'],
  "packages/adapters/src/postgres/planted.ts": ["adapters", 'import "fastify";'],
  "packages/adapters/src/clock/planted.ts": [
    "no-adapter-imports-another",
    'import "../postgres/planted.ts";',
  ],
  "packages/adapters/src/mail/planted-auth.ts": ["vendor-better-auth", 'import "better-auth";'],
  "packages/adapters/src/mail/planted-flags.ts": ["vendor-openfeature", 'import "@openfeature/server-sdk";'],
  "packages/adapters/src/queue/planted-traces.ts": ["vendor-opentelemetry", 'import "@opentelemetry/api";'],
  "packages/adapters/src/postgres/planted-copies.ts": ["vendor-lru-cache", 'import "lru-cache";'],
  "packages/adapters/src/cache/planted-redis.ts": ["vendor-ioredis", 'import "ioredis";'],
  "packages/adapters/src/accounts/planted-mail.ts": ["vendor-nodemailer", 'import "nodemailer";'],
  "packages/adapters/src/postgres/planted-boss.ts": ["vendor-pg-boss", 'import "pg-boss";'],
  "packages/adapters/src/queue/planted-pg.ts": ["vendor-pg", 'import "pg";'],
  "packages/adapters/src/queue/planted-kysely.ts": ["vendor-kysely", 'import "kysely";'],
  "packages/testing/src/planted.ts": ["testing", 'import "fastify";'],
  "packages/wording/src/planted-test-kit.ts": ["testing-is-for-tests", 'import "@strideiq/testing";'],
  "packages/testing/src/planted-app.ts": [
    "nothing-imports-an-app",
    'import "../../../apps/server/src/planted-other.ts";',
  ],
  "apps/web/src/planted.ts": ["web", 'import "@strideiq/application";'],
  "apps/web/src/planted-app.ts": ["no-app-imports-another", 'import "../../server/src/planted-other.ts";'],
  "apps/cli/src/planted.ts": ["cli", 'import "@strideiq/adapters";'],
  "apps/server/src/planted.ts": ["only-main-composes", 'import "@strideiq/adapters";'],
  "apps/server/src/planted-deep.ts": [
    "no-deep-imports",
    'import "../../../packages/engine/src/plan/plan.ts";',
  ],
  "apps/server/src/planted-undeclared.ts": ["no-undeclared-package", 'import "react";'],
  "apps/server/src/planted-unknown.ts": ["not-to-unresolvable", 'import "./nowhere.ts";'],
  "apps/server/src/planted-circle-a.ts": ["no-circular", 'import "./planted-circle-b.ts";'],
} as const;

const INNOCENT = {
  "apps/server/src/planted-circle-b.ts": 'import "./planted-circle-a.ts";',
  "apps/server/src/planted-other.ts": "export const other = 1;",
};

const config = await extractConfig(join(ROOT, ".dependency-cruiser.mjs"));
const forbidden = config.forbidden ?? [];

async function cruiseIn(folder: string): Promise<ICruiseResult> {
  const result = await cruise(["packages", "apps"], {
    ...config.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof result.output === "string") throw new Error(result.output);
  return result.output;
}

describe("the walls between packages", () => {
  let found: ICruiseResult;
  let remove: () => void;

  beforeAll(async () => {
    const planted = Object.entries(PLANTED).map(([path, [, text]]) => [path, text] as const);
    const copy = plantedTree({ ...Object.fromEntries(planted), ...INNOCENT });
    ({ remove } = copy);
    found = await cruiseIn(copy.folder);
  });
  afterAll(() => {
    remove();
  });

  it.each(Object.entries(PLANTED))("see %s", (path, [rule]) => {
    const rules = found.summary.violations.filter(({ from }) => from === path).map((v) => v.rule.name);
    expect(rules).toContain(rule);
  });

  it("have a planted violation for each rule of the configuration", () => {
    const proved = new Set<string>(Object.values(PLANTED).map(([rule]) => rule));
    expect(forbidden.map(({ name = "" }) => name).filter((name) => !proved.has(name))).toEqual([]);
  });

  it("stand in the sources as they are, over every one of them", () => {
    const planted = new Set([...Object.keys(PLANTED), ...Object.keys(INNOCENT)]);
    const sources = treePaths().filter((path) => /^(packages|apps)\/[^/]+\/src\/.*[.]tsx?$/.test(path));
    const seen = new Set(found.modules.map(({ source }) => source));
    expect(sources.filter((path) => !seen.has(path))).toEqual([]);
    expect(sources.length).toBeGreaterThan(40);
    const others = found.summary.violations.filter(({ from }) => !planted.has(from));
    expect(others.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
