import { weeksBefore } from "./weekly-high.ts";
import { atMost, judgementOf, type Finding, unlessPassed } from "./judgement.ts";
import { hardAgainFindings } from "./hard-again.ts";
import { defineLaw } from "./law.ts";
import { brokenLevel, givenBackMost, isGivenBack } from "./way-back.ts";

/** The chronic load is the mean of this many weeks, the judged one included. */
const MONTH = 4;

export const weekAgainstItsMonth = defineLaw({
  id: "V3",
  name: "week-against-its-month",
  sentence:
    "No week is far above the mean of the four weeks that end with it, once four weeks are known; after a break only weeks of return, which give back easily and step by step what was run before, and the week that brings hard running back is neither the highest nor holds the longest run.",
  reason: "A body carries what it is used to; the ratio of a week to its month tells how sudden a week is.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, { ratioMax, ratioAim, weekMetresMin }) => {
    const before = weeksBefore(facts, MONTH - 1);
    const least = [...before, ...facts.weeks.map((week) => week.metresLeast)];
    const findings: Finding[] = [];
    facts.weeks.forEach(({ number: week, metresMost }, index) => {
      const end = before.length + index;
      if (end < MONTH - 1) return;
      let sum = metresMost;
      for (let back = 1; back < MONTH; back += 1) sum += least[end - back] ?? 0;
      const mean = sum / MONTH;
      const isSmall = mean < weekMetresMin;
      if (isSmall && brokenLevel(facts, index) < weekMetresMin) return;
      const hard = atMost(metresMost / mean, ratioMax, "breach", { week });
      const isBack = isGivenBack(facts, index);
      if (hard.verdict === "breach" && (isSmall || isBack)) {
        const why = "more than a way back from a break gives back";
        const most = isBack ? givenBackMost(facts, index) : brokenLevel(facts, index);
        findings.push(
          ...unlessPassed([atMost(metresMost, most, "breach", { week, quantity: "distance", why })]),
        );
        return;
      }
      findings.push(hard.verdict === "breach" ? hard : atMost(metresMost / mean, ratioAim, "flag", { week }));
    });
    findings.push(...unlessPassed(hardAgainFindings(facts)));
    return judgementOf(findings, "no four weeks in a row are known, or all of them are small");
  },
});
