import type { CalendarDate, Units } from "@strideiq/engine";
import { distanceNumber, formatMinutes } from "@strideiq/wording";
import { overviewMessages } from "../../messages/overview.ts";
import { secondsDone, metresDone } from "../session-state.ts";
import { chosenOf } from "@strideiq/wording";
import type { Overview, WeekOverview } from "../week-totals.ts";
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

const HEIGHT = 180;
const STEP = 36;
const BAR = 22;

/** Weeks as bars and long runs as dots, planned and done, by distance or, where distances are rough, by time. */
export function WeeksChart({ overview, units }: WeeksChartProps) {
  const points = overview.weeks.map((entry) => pointOf(entry, overview));
  const most = Math.max(1, ...points.flatMap(({ planned, done }) => [planned, done]));
  const y = (value: number): number => HEIGHT - (value / most) * (HEIGHT - 8);
  const words = (value: number): string =>
    value === 0 ? "–" : overview.byTime ? formatMinutes(value) : distanceNumber(value, units);
  return (
    <>
      <svg
        className={styles["chart"]}
        viewBox={`0 0 ${String(points.length * STEP)} ${String(HEIGHT + 20)}`}
        role="img"
        aria-label={say.picture}
      >
        {points.map(({ week, planned, done, long, longDone }, i) => {
          const x = i * STEP + (STEP - BAR) / 2;
          const middle = i * STEP + STEP / 2;
          return (
            <g key={week}>
              <rect
                className={styles["barPlanned"]}
                x={x}
                y={y(planned)}
                width={BAR}
                height={HEIGHT - y(planned)}
                rx={3}
              />
              <rect
                className={styles["barDone"]}
                x={x}
                y={y(done)}
                width={BAR}
                height={HEIGHT - y(done)}
                rx={3}
              />
              {long > 0 && <circle className={styles["longPlanned"]} cx={middle} cy={y(long)} r={4} />}
              {longDone > 0 && <circle className={styles["longDone"]} cx={middle} cy={y(longDone)} r={4} />}
              <text x={middle} y={HEIGHT + 15} textAnchor="middle">
                {week}
              </text>
            </g>
          );
        })}
      </svg>
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
    </>
  );
}

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
