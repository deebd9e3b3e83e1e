import type { Units } from "@strideiq/engine";
import { formatClock, formatDistance, formatPace, ZONE_NAMES } from "@strideiq/wording";
import { Fragment } from "react";
import { runMessages } from "../messages/runs.ts";
import { stimulusOfZone } from "../plan/stimulus.ts";
import colours from "../plan/stimulus.module.css";
import { classes } from "../ui/classes.ts";
import type { RunDetail } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.says;

interface RunSaysProps {
  readonly run: RunDetail;
  readonly units: Units;
}

/** What a run says beyond its amounts: load, level pace, time in the zones of the plan, best efforts. */
export function RunSays({ run, units }: RunSaysProps) {
  const { bestEfforts, levelSecondsPerKm, load } = run;
  return (
    <section className={styles["card"]} aria-labelledby="says">
      <h2 id="says">{words.title}</h2>
      <dl className={styles["facts"]}>
        <div title={words.loadHint}>
          <dt>
            {words.load}, {words.from[load.from]}
          </dt>
          <dd>{Math.round(load.value)}</dd>
        </div>
        {levelSecondsPerKm !== null && (
          <div>
            <dt>{words.level}</dt>
            <dd>{formatPace(levelSecondsPerKm, units)}</dd>
          </div>
        )}
      </dl>
      <Zones run={run} />
      {bestEfforts.length > 0 && (
        <div className={styles["says"]}>
          <h3>{words.efforts}</h3>
          <dl className={classes(styles["facts"], styles["small"])}>
            {bestEfforts.map(({ metres, seconds }) => (
              <div key={metres}>
                <dt>{words.best(formatDistance(metres, units))}</dt>
                <dd>{formatClock(seconds)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  );
}

/** A bar for each zone that was run in, those of pace in the colour that its sessions have. */
function Zones({ run }: Pick<RunSaysProps, "run">) {
  const paced = (run.paceZones ?? []).map(({ seconds, zone }) => ({
    name: ZONE_NAMES[zone],
    seconds,
    colour: colours[stimulusOfZone(zone)],
  }));
  const beats = (run.heartRateZones ?? []).map(({ from, seconds, to, zone }) => ({
    name: words.beatZone(zone, from, to),
    seconds,
    colour: undefined,
  }));
  return (
    <>
      <Bars title={words.zones} bars={paced} />
      <Bars title={words.beatZones} bars={beats} />
    </>
  );
}

interface BarsProps {
  readonly title: string;
  readonly bars: readonly {
    readonly name: string;
    readonly seconds: number;
    readonly colour: string | undefined;
  }[];
}

function Bars({ bars, title }: BarsProps) {
  const run = bars.filter(({ seconds }) => seconds > 0);
  const most = Math.max(1, ...run.map(({ seconds }) => seconds));
  if (run.length === 0) return null;
  return (
    <div className={styles["says"]}>
      <h3>{title}</h3>
      <dl className={styles["zones"]}>
        {run.map(({ colour, name, seconds }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd aria-hidden="true" className={colour}>
              <i style={{ width: `${((seconds / most) * 100).toFixed(1)}%` }} />
            </dd>
            <dd>{formatClock(seconds)}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
