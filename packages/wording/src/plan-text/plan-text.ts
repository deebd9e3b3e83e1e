import type { Plan } from "@strideiq/engine";
import { explainAdjustment } from "../explain/explain-adjustment.ts";
import { certificateSummary } from "./certificate-text.ts";
import { legend } from "./legend.ts";
import { pacesTable } from "./paces-table.ts";
import { createPainter, type Painter } from "./painter.ts";
import { planHeader, type TextOptions } from "./plan-header.ts";
import { weekList } from "./week-list.ts";
import { weekTable } from "./week-table.ts";
import { workoutList } from "./workout-list.ts";
import { wrap } from "./wrap.ts";

/** A plan as text that one would pin to the fridge. Ends with a line break. */
export function planText(plan: Plan, options: TextOptions): string {
  const paint = createPainter(options.colour);
  const { units, width } = options;
  const sections = [
    planHeader(plan, options, paint),
    adjustmentLines(plan, options, paint),
    ...weeks(plan, options, paint),
    pacesTable(plan, units, width, paint),
    certificateSummary(plan.certificate, units, width, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** A narrow page has its sessions written out day by day, and needs neither letters nor a second list. */
function weeks(plan: Plan, options: TextOptions, paint: Painter): readonly (readonly string[])[] {
  const table = weekTable(plan, options.units, options.width, paint);
  return table === null
    ? [weekList(plan, options, paint).slice(1)]
    : [table, legend(plan, options.width, paint), workoutList(plan, options, paint)];
}

function adjustmentLines(plan: Plan, { units, width }: TextOptions, paint: Painter): readonly string[] {
  if (plan.adjustments.length === 0) return [];
  const sentences = plan.adjustments.flatMap((adjustment) =>
    wrap(`- ${explainAdjustment(adjustment, units)}`, width, "  "),
  );
  return [paint("WHERE YOUR WISH GAVE WAY", "bold"), ...sentences];
}
