import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { aRequest } from "@strideiq/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configProblemText } from "@strideiq/catalog";
import { err, type Result } from "@strideiq/engine";
import { type Engine, proveEngine } from "./engine.ts";
import { readShipped } from "./shipped.ts";

const root = resolve(import.meta.dirname, "../../../..");
let copy: string;

async function loadEngine(folder: string): Promise<Result<Engine, readonly string[]>> {
  const shipped = await readShipped(folder);
  if (!shipped.ok) return shipped;
  const engine = proveEngine(shipped.value);
  return engine.ok ? engine : err(engine.error.map(configProblemText));
}

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "strideiq-config-"));
  cpSync(join(root, "config"), join(copy, "config"), { recursive: true });
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

describe("the rulebook of the server", () => {
  it("is read from config/", async () => {
    const engine = await loadEngine(copy);
    expect(engine).toMatchObject({ ok: true, value: { raceMetres: { marathon: 42_195, "5k": 5_000 } } });
  });

  it("is refused with file, line and column of a misspelt key", async () => {
    const file = join(copy, "config", "plan_rules.yaml");
    writeFileSync(file, `${readFileSync(file, "utf8")}\nhorizonn: 1\n`);
    const engine = await loadEngine(copy);
    expect(engine).toEqual({
      ok: false,
      error: [expect.stringMatching(/^config\/plan_rules\.yaml:\d+:1: .*horizonn/)],
    });
  });

  it("is refused when its numbers make no clean standard plan, with that plan and the law", async () => {
    const file = join(copy, "config", "plan_rules.yaml");
    const rules = readFileSync(file, "utf8");
    writeFileSync(file, rules.replace("tier: low, daysPerWeek: 4", "tier: low, daysPerWeek: 7"));
    expect(await loadEngine(copy)).toEqual({
      ok: false,
      error: [expect.stringMatching(/^config\/plan_rules\.yaml:\d+:5: .*standardPlans\[0\].*law H4/)],
    });
  });

  it("takes a plugin that lies in plugins/ and is on, and says its version in the plan", async () => {
    cpSync(join(root, "plugins"), join(copy, "plugins"), { recursive: true });
    const file = join(copy, "plugins", "polarized", "plugin.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("on: false", "on: true"));
    const engine = await loadEngine(copy);
    if (!engine.ok) throw new Error(engine.error.join("\n"));
    const plan = engine.value.generate(aRequest({ distance: "10k" }));
    if (!plan.ok) throw new Error(plan.error.law);
    expect(plan.value.provenance.plugins).toEqual({ polarized: "1.0.0" });
    expect(plan.value.certificate.laws.map(({ id }) => id)).toContain("polarized/two-hard-days");
  }, 30_000);

  it("is made without a plugin that is broken, or has no head, and names its line", async () => {
    mkdirSync(join(copy, "plugins", "broken"), { recursive: true });
    expect(await loadEngine(copy)).toMatchObject({ ok: true });
    const shipped = await readShipped(copy);
    expect(shipped).toMatchObject({
      ok: true,
      value: {
        installed: [],
        broken: [
          { place: "plugins/broken", problems: [{ file: "plugins/broken/plugin.yaml", line: 1, column: 1 }] },
        ],
      },
    });
  }, 30_000);

  it("is refused in a sentence when a file is gone", async () => {
    rmSync(join(copy, "config", "workout_library.yaml"));
    expect(await loadEngine(copy)).toEqual({
      ok: false,
      error: ["config/workout_library.yaml cannot be read; restore the file."],
    });
  });
});
