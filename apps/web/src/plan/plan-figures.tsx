import type { CalendarDate, Units } from "@strideiq/engine";
import { distanceNumber, figuresOf, formatDistance, formatMinutes, paceClock } from "@strideiq/wording";
import { messages } from "../messages.ts";
import styles from "./plan-page.module.css";
import { weekOfToday } from "./plan-view.ts";
import { adherenceOf } from "./progress/figures.ts";
import type { Overview, WeekOverview } from "./week-totals.ts";

interface PlanFiguresProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
}

/** The numbers by which a runner knows a plan; once it is under way, how it goes. */
export const PlanFigures = ({ overview, units, today }: PlanFiguresProps) => (
  <dl className={styles["figures"]}>
    {figures(overview, units, today).map(({ name, value, unit }) => (
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

/** What was done of the days behind, and of this week; nothing before anything was told. */
function standing(overview: Overview, units: Units, today: CalendarDate): readonly Figure[] {
  const { planned, run } = adherenceOf(overview, today);
  const week = overview.weeks[weekOfToday(overview.plan, today) - 1];
  if (overview.tales.size === 0 || planned === 0 || week === undefined) return [];
  const { totals, done } = week;
  const worth = ({ metres, seconds }: { readonly metres: number; readonly seconds: number }): string =>
    overview.byTime ? formatMinutes(seconds) : distanceNumber(metres, units);
  const ofWeek = `${done.metres === 0 ? "0" : worth(done)} / ${worth(totals)}`;
  return [
    { name: messages.plan.doneSoFar, value: String(Math.round((run / planned) * 100)), unit: "%" },
    { name: messages.plan.thisWeek, value: ofWeek, unit: overview.byTime ? "" : units },
  ];
}

function figures(overview: Overview, units: Units, today: CalendarDate): readonly Figure[] {
  const now = standing(overview, units, today);
  const all = wholePlan(overview, units);
  return now.length === 0 ? all : [...now, ...all.slice(-1)];
}

/** Without a race result they are times, not distances. */
function wholePlan(overview: Overview, units: Units): readonly Figure[] {
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
