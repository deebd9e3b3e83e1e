import type { GeneratedFile } from "@strideiq/contracts";
import { RACE_DISTANCES, type Rulebook } from "@strideiq/engine";
import { RACE_NAMES, TIER_NAMES } from "@strideiq/wording";
import {
  type Comparison,
  comparisons,
  FIGURE_NAMES,
  FIGURES,
  isStandardTier,
  type StandardTier,
  volumeNormsOf,
} from "./compare.ts";
import type { FigureName } from "./measure.ts";
import { type Reason, reasonFor } from "./reasons.ts";

const TIERS: readonly StandardTier[] = ["low", "mid", "high"];

/** `docs/training/norms.md`: the standard plans beside published ones. */
export function normsPage(rulebook: Rulebook): GeneratedFile {
  const all = comparisons(rulebook);
  const outside = all.filter(({ isInside }) => !isInside);
  const sections = RACE_DISTANCES.toReversed().flatMap((distance) =>
    TIERS.map((tier) => section(all.filter(({ plan }) => plan.distance === distance && plan.tier === tier))),
  );
  return { path: "docs/training/norms.md", text: [introduction(all, outside), ...sections].join("\n\n") };
}

const introduction = (
  all: readonly Comparison[],
  outside: readonly Comparison[],
): string => `# The standard plans beside published ones

Every figure of the 24 standard plans stands beside the 10th percentile, the median and the 90th percentile of
published plans ([where they come from](sources.md)). Distances leave the race out. The published plans of the
same race and tier are taken where at least four of them were measured, else all plans for the race. A figure
outside is marked and has its reason: a law, or the table of standard plans in \`config/plan_rules.yaml\`.

${all.length - outside.length} of ${all.length} figures lie between the two percentiles, ${outside.length} outside.
The figures of published plans are kept in \`tools/norms/published-plans.ts\`, the reasons in \`tools/norms/reasons.ts\`.`;

function section(those: readonly Comparison[]): string {
  const plan = those[0]?.plan;
  if (plan === undefined || !isStandardTier(plan.tier)) return "";
  const lengths = [...new Set(those.map(({ plan: { weeks } }) => weeks))];
  const rows = FIGURE_NAMES.map((figure) =>
    row(
      figure,
      those.filter((one) => one.figure === figure),
    ),
  );
  const head = ["", ...lengths.map((weeks) => `${weeks} weeks`), "p10", "median", "p90"];
  const reasons = reasonLines(those);
  return [
    `## ${RACE_NAMES[plan.distance]}, ${TIER_NAMES[plan.tier].toLowerCase()}`,
    `Volumes beside ${volumeNormsOf(plan.distance, plan.tier).plans} published plans.`,
    [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows]
      .map((cells) => `| ${cells.join(" | ")} |`)
      .join("\n"),
    ...(reasons.length === 0 ? [] : [reasons.map((line) => `- ${line}`).join("\n")]),
  ].join("\n\n");
}

function row(figure: FigureName, those: readonly Comparison[]): readonly string[] {
  const norm = those[0]?.norm ?? [];
  return [FIGURES[figure].title, ...those.map(shown), ...norm.map(String)];
}

const shown = ({ value, isInside }: Comparison): string => {
  if (Number.isNaN(value)) return "";
  return isInside ? String(value) : `**${value}**`;
};

function reasonLines(those: readonly Comparison[]): readonly string[] {
  const reasons = new Set<Reason>();
  for (const one of those.filter(({ isInside }) => !isInside)) {
    const reason = reasonFor(one);
    if (reason !== undefined) reasons.add(reason);
  }
  return [...reasons].map(
    ({ figure, by, why }) =>
      `${FIGURES[figure].title}: ${why} (${by === "table" ? "table of standard plans" : `law ${by}`}).`,
  );
}
