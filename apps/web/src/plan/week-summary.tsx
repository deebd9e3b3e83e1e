import type { CalendarDate, Units } from "@strideiq/engine";
import { distanceNumber, formatDistance, formatMinutes } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { actMessages as say } from "../messages/acts.ts";
import { classes } from "../ui/classes.ts";
import { type Review, useReview } from "./review/review.ts";
import colours from "./stimulus.module.css";
import { doneShare, type Overview, type WeekOverview } from "./week-totals.ts";
import styles from "./week-summary.module.css";

interface WeekSummaryProps {
  readonly entry: WeekOverview;
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
}

const hasBegun = ({ week, done }: WeekOverview, today: CalendarDate): boolean =>
  done.told > 0 || (week.days.at(-1)?.date ?? today) < today;

/** What the week comes to: its size and what was done of it, what it is for, and its mix of stimuli. */
export const WeekSummary = ({ entry, overview, units, today }: WeekSummaryProps) => (
  <div className={styles["summary"]}>
    <div className={styles["head"]}>
      <Total entry={entry} overview={overview} units={units} today={today} />
      <span className={styles["focus"]}>{focusOf(entry)}</span>
    </div>
    <MixBar entry={entry} done={hasBegun(entry, today) ? doneShare(entry, overview.byTime) : null} />
    <p className={styles["foot"]}>
      {[...footOf(entry, overview, units), ...besideOf(entry, useReview(), units)].map(pair)}
    </p>
  </div>
);

const pair = ([name, value]: readonly [string, string]) => (
  <span key={name}>
    {name} <b>{value}</b>
  </span>
);

function Total({ entry, overview, units, today }: WeekSummaryProps) {
  const { totals, done } = entry;
  const worth = ({ metres, seconds }: { readonly metres: number; readonly seconds: number }): string =>
    overview.byTime ? formatMinutes(seconds) : distanceNumber(metres, units);
  const unit = overview.byTime ? "" : units;
  const isTold = hasBegun(entry, today);
  return (
    <span className={styles["total"]}>
      {isTold && (
        <>
          {done.metres === 0 ? "0" : worth(done)}
          <span className={styles["of"]}>
            <span aria-hidden="true"> / </span>
            <span className="visually-hidden">{say.doneOutOf}</span>
          </span>
        </>
      )}
      <span className={classes(isTold && styles["planned"])}>
        {worth(totals)} {unit !== "" && <small>{unit}</small>}
      </span>
    </span>
  );
}

interface MixBarProps extends Pick<WeekSummaryProps, "entry"> {
  /** How much of the week was done, from 0 to 1; null while it lies ahead. */
  readonly done: number | null;
}

/** What was done has the colours in full; what was planned and not run stays pale. */
const MixBar = ({ entry: { share, totals }, done }: MixBarProps) => (
  <div className={styles["track"]} aria-hidden="true">
    <div className={styles["mix"]} style={{ width: `${(share * 100).toFixed(1)}%` }}>
      {totals.mix.map(({ stimulus, metres }) => (
        <span
          key={stimulus}
          className={classes(styles["part"], colours[stimulus])}
          style={{ flexGrow: metres }}
        />
      ))}
      {done !== null && done < 1 && (
        <span className={styles["undone"]} style={{ width: `${((1 - done) * 100).toFixed(1)}%` }} />
      )}
    </div>
  </div>
);

/** What was run beside the plan in this week. */
function besideOf(
  { week: { days } }: WeekOverview,
  review: Review | null,
  units: Units,
): readonly (readonly [string, string])[] {
  const [first, last] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  const beside = (review?.told.extra ?? []).filter(
    ({ day, sport }) => sport === "run" && first <= day && day <= last,
  );
  const metres = beside.reduce((sum, run) => sum + (run.metres ?? 0), 0);
  return metres === 0 ? [] : [[say.beside, distanceNumber(metres, units)]];
}

function focusOf({ week }: WeekOverview): string {
  if (week.kind === "race") return messages.plan.raceFocus;
  return week.kind === "cutback" || week.kind === "return"
    ? messages.plan.cutbackFocus
    : messages.plan.focus[week.phase];
}

const distanceWords = (metres: number, { isEstimated }: Overview, units: Units): string =>
  isEstimated ? messages.plan.about(formatDistance(metres, units)) : formatDistance(metres, units);

function footOf(
  { totals, week }: WeekOverview,
  overview: Overview,
  units: Units,
): readonly (readonly [string, string])[] {
  const long = overview.byTime
    ? formatMinutes(totals.longest?.seconds ?? 0)
    : distanceNumber(totals.longest?.metres ?? 0, units);
  const fast = Math.round(totals.fastSeconds / 60);
  return [
    ...(fast > 0 && week.kind !== "race" ? [[messages.plan.fast, `${String(fast)}′`] as const] : []),
    ...(week.kind === "race" ? [] : [[messages.plan.long, long] as const]),
    ...(overview.byTime
      ? [[messages.plan.inAll, distanceWords(totals.metres, overview, units)] as const]
      : []),
  ];
}
