import type { Units } from "@strideiq/engine";
import { formatClock, formatDistance, formatPace } from "@strideiq/wording";
import { type PointerEvent, useState } from "react";
import { runMessages } from "../messages/runs.ts";
import { smoothed } from "./curves.ts";
import type { RunDetail } from "./run-api.ts";
import styles from "./run-charts.module.css";

const words = runMessages.chart;

type Track = NonNullable<RunDetail["track"]>;
export type Work = NonNullable<NonNullable<RunDetail["review"]>["intent"]>["steps"][number];

interface RunChartsProps {
  readonly track: Track;
  /** The pieces of work that were found in the run. */
  readonly work: readonly Work[];
  readonly units: Units;
}

const heartRateInWords = (value: number): string => `${String(Math.round(value))} ${words.unit.heartRate}`;
const altitudeInWords = (value: number): string => `${String(Math.round(value))} ${words.unit.altitude}`;

/** A stretch of some ten seconds on each side: what lies between is the device's and not the runner's. */
const PACE_REACH = 3;

/** Pace, heart rate and height over the distance; under the pointer what all of them were there. */
export function RunCharts({ track, work, units }: RunChartsProps) {
  const [at, setAt] = useState<number | null>(null);
  const last = track.metres.at(-1) ?? 0;
  if (last <= 0) return null;
  const pace = (value: number): string => formatPace(value, units);
  const shared = { metres: track.metres, at, onPoint: setAt };
  return (
    <section className={styles["charts"]} aria-labelledby="charts">
      <h2 id="charts">{words.title}</h2>
      <p className={styles["reading"]} aria-hidden="true">
        {at === null ? words.hint : readingOf(track, at, units)}
      </p>
      <Curve
        {...shared}
        name={words.pace}
        values={smoothed(track.secondsPerKm, PACE_REACH)}
        say={pace}
        targets={targetsOf(work, track)}
        isDownBetter
      />
      {work.some(({ target }) => target !== null) && <p className={styles["key"]}>{words.targets}</p>}
      <Curve {...shared} name={words.heartRate} values={track.heartRate} say={heartRateInWords} />
      <Curve {...shared} name={words.altitude} values={track.altitude} say={altitudeInWords} />
      <p className={styles["ends"]}>
        <span>0</span>
        <span>{formatDistance(last, units)}</span>
      </p>
    </section>
  );
}

function readingOf(
  { altitude, heartRate, metres, seconds, secondsPerKm }: Track,
  at: number,
  units: Units,
): string {
  const of = (values: readonly (number | null)[], say: (value: number) => string): readonly string[] => {
    const value = values[at] ?? null;
    return value === null ? [] : [say(value)];
  };
  return [
    formatDistance(metres[at] ?? 0, units),
    formatClock(seconds[at] ?? 0),
    ...of(smoothed(secondsPerKm, PACE_REACH), (value) => formatPace(value, units)),
    ...of(heartRate, heartRateInWords),
    ...of(altitude, altitudeInWords),
  ].join(" · ");
}

/** The pace that was asked for, where it was asked for: from metre to metre, from fast to slow. */
interface Target {
  readonly from: number;
  readonly to: number;
  readonly fast: number;
  readonly slow: number;
}

const targetsOf = (work: readonly Work[], { metres, seconds }: Track): readonly Target[] =>
  work.flatMap(({ done, target }) => {
    if (done === null || target === null) return [];
    const at = (moment: number): number => {
      const index = seconds.findIndex((second) => second >= moment);
      return metres[index === -1 ? metres.length - 1 : index] ?? 0;
    };
    return [{ ...target, from: at(done.fromSeconds), to: at(done.fromSeconds + done.seconds) }];
  });

interface CurveProps {
  readonly name: string;
  readonly metres: readonly number[];
  readonly values: readonly (number | null)[];
  readonly say: (value: number) => string;
  /** A faster pace is a smaller number, and stands higher. */
  readonly isDownBetter?: boolean;
  readonly targets?: readonly Target[];
  readonly at: number | null;
  readonly onPoint: (at: number | null) => void;
}

const WIDTH = 600;
const HEIGHT = 120;
/** What a runner does for a moment at a corner is not what the curve is about. */
const EDGE_SHARE = 0.03;
/** Standing at a light would press the whole curve against its upper edge. */
const SLOW_SHARE = 0.1;

function Curve({ at, isDownBetter = false, metres, name, onPoint, say, targets = [], values }: CurveProps) {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * EDGE_SHARE)];
  const high = sorted[Math.ceil(sorted.length * (1 - (isDownBetter ? SLOW_SHARE : EDGE_SHARE))) - 1];
  const last = metres.at(-1) ?? 0;
  if (low === undefined || high === undefined) return null;
  const spread = Math.max(high - low, 1e-9);
  const x = (metre: number): number => (metre / last) * WIDTH;
  const y = (value: number): number => {
    const share = Math.min(1, Math.max(0, (value - low) / spread));
    return (isDownBetter ? share : 1 - share) * (HEIGHT - 4) + 2;
  };
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const metre = ((event.clientX - box.left) / box.width) * last;
    const index = metres.findIndex((one) => one >= metre);
    onPoint(index === -1 ? metres.length - 1 : index);
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
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => {
          onPoint(null);
        }}
      >
        {targets.map(({ fast, from, slow, to }) => (
          <rect
            key={from}
            x={x(from)}
            width={Math.max(1, x(to) - x(from))}
            y={y(fast) - 2}
            height={Math.max(4, y(slow) - y(fast) + 4)}
          />
        ))}
        <path d={pathOf(values, (index) => x(metres[index] ?? 0), y)} />
        {at !== null && <line x1={x(metres[at] ?? 0)} x2={x(metres[at] ?? 0)} y1={0} y2={HEIGHT} />}
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
