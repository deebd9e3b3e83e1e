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

  it("says of a plan law neither what it compares nor what changed, and of a law without limits that it has none", () => {
    const page = pageOf("S1");
    expect(page).not.toContain("**Proof:**");
    expect(page).not.toContain("**Judged on:**");
    expect(page).toContain("It has no limits to set.");
    expect(pageOf("S3")).not.toContain("It has no limits to set.");
  });

  it("follows a line of a law with the next, and nothing between", () => {
    const [law] = LAWS.filter((one) => one.id === "S3");
    if (law === undefined) throw new Error("There is no law S3.");
    expect(lawPage(law, aRulebook({ S3: { source: "somebody", daysMin: 4 } }))).toBe(
      [
        "# S3 · last-quality-before-the-race",
        "",
        law.sentence,
        "",
        `**Why:** ${law.reason}`,
        "",
        "**Severity:** must: a plan that breaks it is never handed out.",
        "",
        "**Source:** somebody",
        "",
        "| limit | value |",
        "| --- | --- |",
        "| daysMin | 4 |",
        "",
      ].join("\n"),
    );
  });

  it("tells a minute and a kilometre as such, and what is less in seconds and metres", () => {
    const { H1, L8 } = aRulebook().laws;
    const timed = (strideSecondsMax: number): string => {
      const rules = aRulebook({ H1: { ...H1, strideSecondsMax } });
      return LAWS.filter((law) => law.id === "H1")
        .map((law) => lawPage(law, rules))
        .join("");
    };
    expect(timed(59)).toContain("| strideSecondsMax | 59 |");
    expect(timed(60)).toContain("| strideSecondsMax | 1 min |");
    const near = (sameMetres: number): string => {
      const rules = aRulebook({ L8: { ...L8, sameMetres } });
      return LAWS.filter((law) => law.id === "L8")
        .map((law) => lawPage(law, rules))
        .join("");
    };
    expect(near(999)).toContain("| sameMetres | 999 |");
    expect(near(1000)).toContain("| sameMetres | 1 km |");
    const { S7 } = aRulebook().laws;
    expect(pageOf("S7")).not.toContain(`"${S7.kinds.base[0] ?? ""}"`);
  });

  it("lists every law once", () => {
    const page = lawIndexPage(LAWS);
    for (const law of LAWS) expect(page.split(`](${law.name}.md)`)).toHaveLength(2);
  });
});
