import type { Units } from "@strideiq/engine";
import { formatPace } from "@strideiq/wording";
import { runMessages } from "../messages/runs.ts";
import type { RunDetail } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.chart;

interface RunChartsProps {
  readonly track: NonNullable<RunDetail["track"]>;
  readonly units: Units;
}

/** Pace, heart rate and height over the distance, each a curve with its lowest and highest value. */
export function RunCharts({ track, units }: RunChartsProps) {
  const beats = (value: number): string => `${String(Math.round(value))} ${words.unit.heartRate}`;
  const height = (value: number): string => `${String(Math.round(value))} ${words.unit.altitude}`;
  return (
    <section className={styles["charts"]}>
      <Curve
        name={words.pace}
        at={track.metres}
        values={track.secondsPerKm}
        say={(value) => formatPace(value, units)}
        isDownBetter
      />
      <Curve name={words.heartRate} at={track.metres} values={track.heartRate} say={beats} />
      <Curve name={words.altitude} at={track.metres} values={track.altitude} say={height} />
    </section>
  );
}

interface CurveProps {
  readonly name: string;
  readonly at: readonly number[];
  readonly values: readonly (number | null)[];
  readonly say: (value: number) => string;
  /** A faster pace is a smaller number, and stands higher. */
  readonly isDownBetter?: boolean;
}

const WIDTH = 600;
const HEIGHT = 120;
/** What a runner does for a moment at a corner is not what the curve is about. */
const EDGE_SHARE = 0.05;

function Curve({ at, isDownBetter = false, name, say, values }: CurveProps) {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * EDGE_SHARE)];
  const high = sorted[Math.ceil(sorted.length * (1 - EDGE_SHARE)) - 1];
  const last = at.at(-1) ?? 0;
  if (low === undefined || high === undefined || last <= 0) return null;
  const spread = Math.max(high - low, 1e-9);
  const y = (value: number): number => {
    const share = Math.min(1, Math.max(0, (value - low) / spread));
    return (isDownBetter ? share : 1 - share) * (HEIGHT - 4) + 2;
  };
  return (
    <figure className={styles["curve"]}>
      <figcaption>
        <b>{name}</b>
        <span>{`${say(low)} – ${say(high)}`}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        preserveAspectRatio="none"
        aria-label={words.picture(name, say(low), say(high))}
      >
        <path d={pathOf(values, (index) => ((at[index] ?? 0) / last) * WIDTH, y)} />
      </svg>
    </figure>
  );
}

/** A line that breaks where nothing is known. */
function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let isDrawing = false;
  const parts = values.map((value, index) => {
    if (value === null) {
      isDrawing = false;
      return "";
    }
    const part = `${isDrawing ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawing = true;
    return part;
  });
  return parts.join("");
}
