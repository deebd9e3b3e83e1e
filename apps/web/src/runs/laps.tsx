import type { Units } from "@strideiq/engine";
import { formatClock, formatDistance, formatPace, formatPaceRange } from "@strideiq/wording";
import { runMessages } from "../messages/runs.ts";
import { pieceWithin } from "./curves.ts";
import type { RunDetail } from "./run-api.ts";
import type { Work } from "./run-charts.tsx";
import styles from "./runs.module.css";

interface LapsProps {
  readonly laps: RunDetail["laps"];
  /** The pieces of work that were planned; none of an even run. */
  readonly work: readonly Work[];
  readonly units: Units;
}

const { distance, heartRate, lap, pace, planned, time, title, unplanned } = runMessages.laps;

/** The laps of the watch, each beside the piece of work that it was. */
export function Laps({ laps, work, units }: LapsProps) {
  const pieces = work.flatMap((piece) => (piece.done === null ? [] : [{ ...piece.done, piece }]));
  const hasBeats = laps.some(({ averageHeartRate }) => averageHeartRate !== null);
  const columns = [
    lap,
    distance,
    time,
    pace,
    ...(hasBeats ? [heartRate] : []),
    ...(pieces.length > 0 ? [planned] : []),
  ];
  return (
    <section className={styles["card"]} aria-labelledby="laps">
      <h2 id="laps">{title}</h2>
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {laps.map((one, index) => (
              <tr key={one.fromSeconds}>
                <th scope="row">{index + 1}</th>
                <td>{one.metres === null ? "–" : formatDistance(one.metres, units)}</td>
                <td>{formatClock(one.seconds)}</td>
                <td>{paceOf(one, units)}</td>
                {hasBeats && (
                  <td>{one.averageHeartRate === null ? "–" : Math.round(one.averageHeartRate)}</td>
                )}
                {pieces.length > 0 && <td>{plannedOf(pieceWithin(one, pieces)?.piece, units)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const paceOf = ({ metres, seconds }: RunDetail["laps"][number], units: Units): string =>
  metres === null || metres <= 0 ? "–" : formatPace((seconds / metres) * 1000, units);

/** What was asked for, and how it went: `8:00 at 4:30–4:36 /km, on target`. */
function plannedOf(piece: Work | undefined, units: Units): string {
  if (piece === undefined) return unplanned;
  const { plannedSeconds, target, verdict } = piece;
  const asked = runMessages.laps.asked(
    formatClock(plannedSeconds),
    target === null ? null : formatPaceRange(target, units),
  );
  return `${asked}, ${runMessages.session.verdicts[verdict]}`;
}
