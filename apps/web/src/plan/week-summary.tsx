import type { Units } from "@strideiq/engine";
import { distanceNumber, formatDistance, formatMinutes } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { classes } from "../ui/classes.ts";
import colours from "./stimulus.module.css";
import type { Overview, WeekOverview } from "./week-totals.ts";
import styles from "./week-summary.module.css";

interface WeekSummaryProps {
  readonly entry: WeekOverview;
  readonly overview: Overview;
  readonly units: Units;
}

/** What the week comes to: its size, what it is for, and its mix of stimuli against the biggest week. */
export const WeekSummary = ({ entry, overview, units }: WeekSummaryProps) => (
  <div className={styles["summary"]}>
    <div className={styles["head"]}>
      <Total entry={entry} overview={overview} units={units} />
      <span className={styles["focus"]}>{focusOf(entry)}</span>
    </div>
    <MixBar entry={entry} />
    <p className={styles["foot"]}>{footOf(entry, overview, units).map(pair)}</p>
  </div>
);

const pair = ([name, value]: readonly [string, string]) => (
  <span key={name}>
    {name} <b>{value}</b>
  </span>
);

const Total = ({ entry: { totals }, overview, units }: WeekSummaryProps) =>
  overview.isEstimated ? (
    <span className={styles["total"]}>{formatMinutes(totals.seconds)}</span>
  ) : (
    <span className={styles["total"]}>
      {distanceNumber(totals.metres, units)} <small>{units}</small>
    </span>
  );

const MixBar = ({ entry: { share, totals } }: Pick<WeekSummaryProps, "entry">) => (
  <div className={styles["track"]} aria-hidden="true">
    <div className={styles["mix"]} style={{ width: `${(share * 100).toFixed(1)}%` }}>
      {totals.mix.map(({ stimulus, metres }) => (
        <span
          key={stimulus}
          className={classes(styles["part"], colours[stimulus])}
          style={{ flexGrow: metres }}
        />
      ))}
    </div>
  </div>
);

function focusOf({ week }: WeekOverview): string {
  if (week.kind === "race") return messages.plan.raceFocus;
  return week.kind === "cutback" || week.kind === "return"
    ? messages.plan.cutbackFocus
    : messages.plan.focus[week.phase];
}

function footOf(
  { totals, week }: WeekOverview,
  overview: Overview,
  units: Units,
): readonly (readonly [string, string])[] {
  const long = overview.isEstimated
    ? formatMinutes(totals.longest?.seconds ?? 0)
    : distanceNumber(totals.longest?.metres ?? 0, units);
  const fast = Math.round(totals.fastSeconds / 60);
  return [
    ...(fast > 0 && week.kind !== "race" ? [[messages.plan.fast, `${String(fast)}′`] as const] : []),
    ...(week.kind === "race" ? [] : [[messages.plan.long, long] as const]),
    ...(overview.isEstimated
      ? [["", messages.plan.about(formatDistance(totals.metres, units))] as const]
      : []),
  ];
}
