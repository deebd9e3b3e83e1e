import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Plan } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUSE_CONFIG } from "./config.ts";
import { strideiq } from "./run-strideiq.fixture.ts";

let folder = "";
const at = (...names: readonly string[]): string => join(folder, ...names);
const PLAN = "plan --race 10k --weeks 8 --tier mid --today 2026-11-23".split(" ");

/** The configuration of the house with its plugins beside it, one of them switched on. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-plugins-"));
  cpSync(HOUSE_CONFIG, at("config"), { recursive: true });
  cpSync(join(HOUSE_CONFIG, "..", "plugins"), at("plugins"), { recursive: true });
  const head = at("plugins", "polarized", "plugin.yaml");
  writeFileSync(head, readFileSync(head, "utf8").replace("on: false", "on: true"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const withPlugins = (...args: readonly string[]): ReturnType<typeof strideiq> =>
  strideiq(["--config", at("config"), ...args]);

describe("plugins beside the configuration", { timeout: 60_000 }, () => {
  it("have their part in a plan, which carries their version and what their rules say of it", async () => {
    await withPlugins(...PLAN, "--out", at("plan.json"));
    const plan = JSON.parse(readFileSync(at("plan.json"), "utf8")) as Plan;
    expect(plan.provenance.plugins).toEqual({ polarized: "1.0.0" });
    expect(plan.certificate.laws.map(({ id }) => id)).toContain("polarized/two-hard-days");
  });

  it("are asked again by check, and by a change of the plan", async () => {
    const checked = await withPlugins("check", at("plan.json"), "--format", "json");
    expect([checked.code, checked.err]).toEqual([0, ""]);
    expect(checked.out).toContain("polarized/mostly-easy-runs");
    const again = at("again.json");
    const moved = await withPlugins(
      ...["replan", at("plan.json"), "--from", "2026-12-07", "--long-run-day", "sat", "--out", again],
    );
    expect([moved.code, moved.err]).toEqual([0, ""]);
    expect(readFileSync(again, "utf8")).toContain("polarized/mostly-easy-runs");
  });

  it("are proved and named by check-config", async () => {
    const { code, err, out } = await withPlugins("check-config");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Plugins that are on: polarized 1.0.0.");
  });

  it("are refused with file, line and column of a mistake", async () => {
    cpSync(at("plugins"), at("spoilt", "plugins"), { recursive: true });
    cpSync(at("config"), at("spoilt", "config"), { recursive: true });
    const rules = at("spoilt", "plugins", "polarized", "rules.yaml");
    writeFileSync(
      rules,
      readFileSync(rules, "utf8").replace("week.qualityDays <= 2.0", "week.nothing <= 2.0"),
    );
    const { code, err } = await strideiq(["--config", at("spoilt", "config"), ...PLAN]);
    expect(code).toBe(3);
    expect(err).toMatch(/plugins\/polarized\/rules\.yaml:\d+:\d+: /);
  });

  it("that only a server runs are named, and have no part in the plan, which is made all the same", async () => {
    cpSync(at("config"), at("modules", "config"), { recursive: true });
    mkdirSync(at("modules", "plugins", "club"), { recursive: true });
    writeFileSync(at("modules", "plugins", "club", "plugin.ts"), "export default {};\n");
    writeFileSync(at("modules", "config", "plugins.yaml"), 'packages:\n  - "@club/hills"\n');
    for (const command of [[...PLAN, "--out", at("modules.json")], ["check-config"]]) {
      const { code, err } = await strideiq(["--config", at("modules", "config"), ...command]);
      expect(code).toBe(0);
      expect(err).toMatch(
        /plugins\/club\/plugin\.ts is a plugin that only a server runs: it has no part here\.\n/,
      );
      expect(err).toContain("The package @club/hills is a plugin that only a server runs");
    }
    const plan = JSON.parse(readFileSync(at("modules.json"), "utf8")) as Plan;
    expect(plan.provenance.plugins).toEqual({});
  });

  it("are not there where the configuration stands alone", async () => {
    cpSync(HOUSE_CONFIG, at("alone", "config"), { recursive: true });
    await strideiq(["--config", at("alone", "config"), ...PLAN, "--out", at("alone.json")]);
    const plan = JSON.parse(readFileSync(at("alone.json"), "utf8")) as Plan;
    expect(plan.provenance.plugins).toEqual({});
  });
});
