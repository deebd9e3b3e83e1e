import type { LawRules } from "../plan/measured-plan.ts";
import type { Law } from "./law.ts";

/** A page of `docs/laws`: what a law says, why, and its limits, all from the code and the rulebook. */
export function lawPage(law: Law, rules: LawRules): string {
  const { source, ...limits } = rules.laws[law.id];
  const rows = limitRows("", limits);
  const lines = [
    `# ${law.id} · ${law.name}`,
    "",
    law.sentence,
    "",
    `**Why:** ${law.reason}`,
    "",
    `**Severity:** ${SEVERITY_TEXTS[law.severity]}`,
    "",
    ...(law.shape === "comparison"
      ? [
          "**Proof:** it compares plans, so a test of the engine proves it; certificates list it as not applicable.",
          "",
        ]
      : []),
    ...(law.shape === "change"
      ? [
          "**Judged on:** a change (the plan before, the plan after, what happened); not applicable to a plan as it was made.",
          "",
        ]
      : []),
    `**Source:** ${source}`,
    "",
    ...(rows.length === 0 ? ["It has no limits to set."] : ["| limit | value |", "| --- | --- |", ...rows]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The page that lists all laws, in the order of certificates. */
export function lawIndexPage(laws: readonly Law[]): string {
  const rows = laws.map((law) => `| [${law.id}](${law.name}.md) | ${law.sentence} | ${law.severity} |`);
  return `${["# Laws", "", "| id | law | severity |", "| --- | --- | --- |", ...rows].join("\n")}\n`;
}

const SEVERITY_TEXTS = {
  must: "must: a plan that breaks it is never handed out.",
  default: "default: the engine aims at it; a plan that exceeds it says so.",
  flag: "flag: shown, and never a reason to refuse.",
} as const satisfies Record<Law["severity"], string>;

function limitRows(path: string, value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [`| ${path} | ${limitText(path, value)} |`];
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return [`| ${path} | ${value.length === 0 ? "none" : value.join(", ")} |`];
  return Object.entries(value).flatMap(([key, inner]) =>
    limitRows(path === "" ? key : `${path}.${key}`, inner),
  );
}

/** Metres and seconds as people read them; the unit is told by the name of the limit. */
function limitText(path: string, value: unknown): string {
  if (value === null) return "none";
  if (typeof value !== "number") return JSON.stringify(value);
  if (/seconds/i.test(path) && value >= 60) return `${String(value / 60)} min`;
  if (/metres/i.test(path) && value >= 1000) return `${String(value / 1000)} km`;
  if (/share|depth|growth|labelledFrom/i.test(path)) return `${String(Math.round(value * 1000) / 10)} %`;
  return String(value);
}
