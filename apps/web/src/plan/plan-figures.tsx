import type { Units } from "@strideiq/engine";
import { distanceNumber, figuresOf, formatDistance, formatMinutes, paceClock } from "@strideiq/wording";
import { messages } from "../messages.ts";
import styles from "./plan-page.module.css";
import type { Overview, WeekOverview } from "./week-totals.ts";

/** The numbers by which a runner knows a plan. Without a race result they are times, not distances. */
export const PlanFigures = ({ overview, units }: { readonly overview: Overview; readonly units: Units }) => (
  <dl className={styles["figures"]}>
    {figures(overview, units).map(({ name, value, unit }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {value} {unit !== "" && <small>{unit}</small>}
        </dd>
      </div>
    ))}
  </dl>
);

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

function figures(overview: Overview, units: Units): readonly Figure[] {
  const { plan } = overview;
  const { peakMetres, longestMetres } = figuresOf(plan);
  if (plan.paces === null || overview.byTime) {
    const peak = Math.max(...training(overview).map(({ totals }) => totals.seconds));
    return [
      { name: messages.plan.peakWeek, value: formatMinutes(peak), unit: "" },
      { name: messages.plan.longestRun, value: longestTime(overview), unit: "" },
      { name: messages.plan.runsAWeek, value: String(plan.daysPerWeek), unit: "" },
    ];
  }
  return [
    { name: messages.plan.peakWeek, value: distanceNumber(peakMetres, units), unit: units },
    {
      name: messages.plan.longestRun,
      value: formatDistance(longestMetres, units).split(" ")[0] ?? "",
      unit: units,
    },
    {
      name: messages.plan.threshold,
      value: paceClock((plan.paces.threshold.fast + plan.paces.threshold.slow) / 2, units),
      unit: `/${units}`,
    },
  ];
}

/** The goal race is neither the biggest week nor the longest run of training. */
const training = (overview: Overview): readonly WeekOverview[] =>
  overview.weeks.filter(({ week }) => week.kind !== "race");

const longestTime = (overview: Overview): string =>
  formatMinutes(Math.max(...training(overview).map(({ totals }) => totals.longest?.seconds ?? 0)));
