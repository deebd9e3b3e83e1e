import { aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { lawIndexPage, lawPage } from "./law-page.ts";
import { LAWS } from "./registry.ts";

const pageOf = (id: string): string =>
  LAWS.filter((law) => law.id === id)
    .map((law) => lawPage(law, aRulebook()))
    .join("");

describe("lawPage", () => {
  it("tells law, reason, severity, source and limits in units that runners read", () => {
    const page = pageOf("L6");
    expect(page).toContain("# L6 · long-run-duration");
    expect(page).toContain("**Severity:** must");
    expect(page).toContain("| secondsMax.marathon | 210 min |");
    expect(page).toContain("| secondsAim.10k | none |");
    expect(pageOf("L5")).toContain("| shareManyDays | 50 % |");
    expect(pageOf("E3")).toContain("| otherRunMetresMin | 3 km |");
  });

  it("says of a change law what it is judged on, and lists its rows by name", () => {
    const page = pageOf("C2");
    expect(page).toContain("**Judged on:** a change");
    expect(page).toMatch(/\| rows\.0\.daysMin +\| \d+ \|/);
    expect(page).toContain("| rows.0.retest | false |");
  });

  it("says which sessions a phase may hold, and where it may hold none", () => {
    const { S7 } = aRulebook().laws;
    const rules = aRulebook({ S7: { ...S7, kinds: { ...S7.kinds, base: ["easy", "long"], taper: [] } } });
    const [page] = LAWS.filter((law) => law.id === "S7").map((law) => lawPage(law, rules));
    expect(page).toContain("| kinds.base | easy, long |");
    expect(page).toContain("| kinds.taper | none |");
  });

  it("says of a comparison law where its proof is", () => {
    expect(pageOf("S8")).toContain("a test of the engine proves it");
  });

  it("follows the rulebook", () => {
    const rules = aRulebook({ S3: { source: "somebody", daysMin: 4 } });
    const [law] = LAWS.filter((one) => one.id === "S3");
    expect(law && lawPage(law, rules)).toContain("| daysMin | 4 |");
    expect(law && lawPage(law, rules)).toContain("**Source:** somebody");
  });

  it("lists every law once", () => {
    const page = lawIndexPage(LAWS);
    for (const law of LAWS) expect(page.split(`](${law.name}.md)`)).toHaveLength(2);
  });
});
