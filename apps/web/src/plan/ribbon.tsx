import type { Units } from "@strideiq/engine";
import { formatDistance, formatMinutes, metresPerUnit, shortMinutes } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { actMessages as say } from "../messages/acts.ts";
import { classes } from "../ui/classes.ts";
import phases from "./phase.module.css";
import styles from "./ribbon.module.css";
import colours from "./stimulus.module.css";
import { doneShare, type Overview, type WeekOverview } from "./week-totals.ts";

interface RibbonProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly active: number;
}

/** The whole plan as bars, each week stacked by stimulus; on wide screens every bar leads to its week. */
export const Ribbon = ({ overview, units, active }: RibbonProps) => (
  <nav className={styles["ribbon"]} aria-label={messages.plan.weeksNav}>
    <ol className={styles["bars"]}>
      {overview.weeks.map((entry) => (
        <li key={entry.week.week}>
          <a
            href={`#week-${String(entry.week.week)}`}
            className={classes(styles["bar"], entry.week.week === active && styles["active"])}
            aria-current={entry.week.week === active ? "true" : undefined}
          >
            <span className="visually-hidden">{barName(entry, overview, units)}</span>
            <BarContent entry={entry} overview={overview} units={units} />
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

interface ScrubberProps extends RibbonProps {
  readonly onChoose: (week: number) => void;
}

/** On a phone the bars are too thin to hit, so the whole ribbon is one slider under the finger. */
export function Scrubber({ overview, units, active, onChoose }: ScrubberProps) {
  const current = overview.weeks.find(({ week }) => week.week === active);
  return (
    <div className={styles["scrubber"]}>
      <Bars overview={overview} units={units} active={active} />
      <input
        type="range"
        min={1}
        max={overview.weeks.length}
        value={active}
        aria-label={messages.plan.chooseWeek}
        aria-valuetext={current && barName(current, overview, units)}
        onChange={(event) => {
          onChoose(Number(event.target.value));
        }}
      />
    </div>
  );
}

interface BarsProps extends Pick<RibbonProps, "overview" | "units"> {
  readonly active: number | null;
}

/** The bars as a picture, beside words or a control that say the same. */
export const Bars = ({ overview, units, active }: BarsProps) => (
  <div className={styles["bars"]} aria-hidden="true">
    {overview.weeks.map((entry) => (
      <div
        key={entry.week.week}
        className={classes(styles["bar"], entry.week.week === active && styles["active"])}
      >
        <BarContent entry={entry} overview={overview} units={units} />
      </div>
    ))}
  </div>
);

/** Pixels of a bar that its number, its phase and the room between them take. */
const AROUND_STACK = 27;

interface BarProps {
  readonly entry: WeekOverview;
  readonly overview: Overview;
  readonly units: Units;
}

const BarContent = ({ entry, overview, units }: BarProps) => {
  const { share, totals, week, done } = entry;
  const undone = done.told === 0 ? 0 : 1 - doneShare(entry, overview.byTime);
  return (
    <>
      <span className={classes(styles["number"], overview.byTime && styles["time"])} aria-hidden="true">
        {overview.byTime
          ? shortMinutes(Math.round(totals.seconds / 60))
          : Math.round(totals.metres / metresPerUnit(units))}
      </span>
      <span
        className={styles["stack"]}
        style={{ height: `calc((100% - ${String(AROUND_STACK)}px) * ${share.toFixed(3)})` }}
      >
        {totals.mix.map(({ stimulus, metres }) => (
          <span key={stimulus} className={colours[stimulus]} style={{ flexGrow: metres }} />
        ))}
        {undone > 0 && (
          <span className={styles["undone"]} style={{ height: `${(undone * 100).toFixed(1)}%` }} />
        )}
      </span>
      <span className={classes(styles["phase"], phases[week.phase])} />
    </>
  );
};

const barName = (entry: WeekOverview, overview: Overview, units: Units): string =>
  messages.plan.barOf(
    entry.week.week,
    entry.done.told === 0
      ? totalWords(entry.totals, overview, units)
      : say.doneOf(totalWords(entry.done, overview, units), totalWords(entry.totals, overview, units)),
    messages.plan.kinds[entry.week.kind],
  );

/** A size in words: by time where distances are only planning figures. */
const totalWords = (
  { metres, seconds }: { readonly metres: number; readonly seconds: number },
  overview: Overview,
  units: Units,
): string => (overview.byTime ? formatMinutes(seconds) : formatDistance(metres, units));
