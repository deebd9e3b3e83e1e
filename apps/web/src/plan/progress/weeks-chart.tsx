import type { CalendarDate, Units } from "@strideiq/engine";
import { chosenOf, distanceNumber, formatMinutes, metresPerUnit } from "@strideiq/wording";
import { overviewMessages } from "../../messages/overview.ts";
import { secondsDone, metresDone } from "../session-state.ts";
import { useMediaQuery } from "../../ui/use-media-query.ts";
import type { Overview, WeekOverview } from "../week-totals.ts";
import { ticksOf } from "./axis.ts";
import styles from "./progress-view.module.css";

const say = overviewMessages.chart;

interface WeeksChartProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
}

interface Point {
  readonly week: number;
  readonly planned: number;
  readonly done: number;
  readonly long: number;
  readonly longDone: number;
}

/** Room on the left for the numbers of the scale. */
const SCALE = 40;
const SECONDS_PER_HOUR = 3600;
const HEIGHT = 180;
/** Width of a week and of its bar; on a phone the same letters stand beside narrower bars, and fewer of them. */
const WIDE_WEEKS = { step: 36, bar: 22, every: 1 };
const NARROW_WEEKS = { step: 14, bar: 9, every: 4 };

/** Weeks as bars and long runs as dots, planned and done, by distance or, where distances are rough, by time. */
export function WeeksChart({ overview, units }: WeeksChartProps) {
  const { step, bar, every } = useMediaQuery("(width >= 640px)") ? WIDE_WEEKS : NARROW_WEEKS;
  const points = overview.weeks.map((entry) => pointOf(entry, overview));
  const most = Math.max(1, ...points.flatMap(({ planned, done }) => [planned, done]));
  const unit = overview.byTime ? SECONDS_PER_HOUR : metresPerUnit(units);
  const y = (value: number): number => HEIGHT - (value / most) * (HEIGHT - 8);
  const words = (value: number): string =>
    value === 0 ? "–" : overview.byTime ? formatMinutes(value) : distanceNumber(value, units);
  return (
    <>
      <svg
        className={styles["chart"]}
        viewBox={`${String(-SCALE)} -6 ${String(points.length * step + SCALE)} ${String(HEIGHT + 26)}`}
        role="img"
        aria-label={say.picture}
      >
        <Scale
          width={points.length * step}
          lines={[0, ...ticksOf(most / unit)].map((tick) => ({
            y: y(tick * unit),
            name: tick === 0 ? "0" : `${String(tick)} ${overview.byTime ? say.hours : units}`,
          }))}
        />
        {points.map(({ week, planned, done, long, longDone }, i) => {
          const x = i * step + (step - bar) / 2;
          const middle = i * step + step / 2;
          return (
            <g key={week}>
              <rect
                className={styles["barPlanned"]}
                x={x}
                y={y(planned)}
                width={bar}
                height={HEIGHT - y(planned)}
                rx={3}
              />
              <rect
                className={styles["barDone"]}
                x={x}
                y={y(done)}
                width={bar}
                height={HEIGHT - y(done)}
                rx={3}
              />
              {long > 0 && <circle className={styles["longPlanned"]} cx={middle} cy={y(long)} r={bar / 5} />}
              {longDone > 0 && (
                <circle className={styles["longDone"]} cx={middle} cy={y(longDone)} r={bar / 5} />
              )}
              {week % every === 0 && (
                <text x={middle} y={HEIGHT + 15} textAnchor="middle">
                  {week}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <AsTable points={points} words={words} />
    </>
  );
}

interface AsTableProps {
  readonly points: readonly Point[];
  readonly words: (value: number) => string;
}

const AsTable = ({ points, words }: AsTableProps) => (
  <details className={styles["table"]}>
    <summary>{say.table}</summary>
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={say.table}>
      <table>
        <thead>
          <tr>
            {[say.week, say.planned, say.done, say.long, say.longDone].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ week, planned, done, long, longDone }) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              <td>{words(planned)}</td>
              <td>{words(done)}</td>
              <td>{words(long)}</td>
              <td>{words(longDone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);

interface ScaleProps {
  readonly width: number;
  readonly lines: readonly { readonly y: number; readonly name: string }[];
}

const Scale = ({ width, lines }: ScaleProps) => (
  <g className={styles["scale"]}>
    {lines.map(({ y, name }) => (
      <g key={name}>
        <line x1={0} x2={width} y1={y} y2={y} />
        <text x={-6} y={y + 4} textAnchor="end">
          {name}
        </text>
      </g>
    ))}
  </g>
);

function pointOf({ week, totals, done }: WeekOverview, { byTime, tales }: Overview): Point {
  const long = week.days
    .flatMap(({ sessions }) => sessions)
    .find((session) => chosenOf(session) === totals.longest);
  const told = long === undefined ? undefined : tales.get(long.id);
  const isRace = week.kind === "race";
  return {
    week: week.week,
    planned: byTime ? totals.seconds : totals.metres,
    done: byTime ? done.seconds : done.metres,
    long: isRace ? 0 : ((byTime ? totals.longest?.seconds : totals.longest?.metres) ?? 0),
    longDone: byTime
      ? secondsDone(told, totals.longest?.seconds ?? 0)
      : metresDone(told, totals.longest?.metres ?? 0),
  };
}
