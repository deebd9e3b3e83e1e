import { parseCalendarDate } from "@strideiq/engine";
import { formatDay } from "@strideiq/wording";
import { fitnessMessages as words } from "../messages/fitness.ts";
import { ticksOf } from "../plan/progress/axis.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { monthStarts, pathThrough } from "./curves.ts";
import styles from "./fitness.module.css";
import type { FitnessDay } from "./run-api.ts";

const HEIGHT = 180;
const WIDE = 720;
const NARROW = 330;
/** Room on the left for the numbers of the scale. */
const SCALE = 32;
const MONTHS_MAX = 7;

/** Fitness and fatigue by day as lines; the load of each day as a pale bar behind them. */
export function FitnessChart({ days }: { readonly days: readonly FitnessDay[] }) {
  const width = useMediaQuery("(width >= 640px)") ? WIDE : NARROW;
  const most = Math.max(1, ...days.flatMap(({ fatigue, fitness }) => [fatigue, fitness])) * 1.08;
  const step = width / Math.max(1, days.length - 1);
  const y = (value: number): number => HEIGHT - (Math.min(value, most) / most) * HEIGHT;
  const settled = days.findIndex(({ isSettling }) => !isSettling);
  const settling = (settled === -1 ? days.length - 1 : settled) * step;
  const months = monthStarts(days.map(({ day }) => day));
  const every = Math.ceil(months.length / MONTHS_MAX);
  return (
    <svg
      className={styles["chart"]}
      viewBox={`${String(-SCALE)} -8 ${String(width + SCALE + 2)} ${String(HEIGHT + 30)}`}
      role="img"
      aria-label={pictureOf(days)}
    >
      {[0, ...ticksOf(most)].map((tick) => (
        <g key={tick} className={styles["scale"]}>
          <line x1={0} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={-6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {settling > 0 && <rect className={styles["settling"]} width={settling} height={HEIGHT} />}
      <path className={styles["loads"]} d={barsOf(days, step)} strokeWidth={Math.max(1, step * 0.6)} />
      <path
        className={styles["fatigue"]}
        d={pathThrough(days.map(({ fatigue }, i) => [i * step, y(fatigue)]))}
      />
      <path
        className={styles["fitness"]}
        d={pathThrough(days.map(({ fitness }, i) => [i * step, y(fitness)]))}
      />
      {months
        .filter((_, index) => index % every === 0)
        .map(({ at, day }) => (
          <text key={day} x={at * step} y={HEIGHT + 17} textAnchor="middle" className={styles["month"]}>
            {monthOf(day)}
          </text>
        ))}
    </svg>
  );
}

/** How high the heaviest day stands: what single days weigh is not on the scale of what lasts of them. */
const LOAD_HEIGHT = HEIGHT * 0.35;

function barsOf(days: readonly FitnessDay[], step: number): string {
  const heaviest = Math.max(1, ...days.map(({ load }) => load));
  return days
    .flatMap(({ load }, i) =>
      load > 0
        ? [`M${(i * step).toFixed(1)} ${String(HEIGHT)}v${(-(load / heaviest) * LOAD_HEIGHT).toFixed(1)}`]
        : [],
    )
    .join("");
}

/** `Dec`, from the first of a month. */
function monthOf(day: string): string {
  const parsed = parseCalendarDate(day);
  return parsed.ok ? formatDay(parsed.value).replace(/[\d\s]+/g, "") : "";
}

function pictureOf(days: readonly FitnessDay[]): string {
  const [first, last] = [days[0], days.at(-1)];
  return words.picture(Math.round(first?.fitness ?? 0), Math.round(last?.fitness ?? 0));
}
