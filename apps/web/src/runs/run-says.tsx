import type { Units } from "@strideiq/engine";
import { formatClock, formatDistance, formatPace, ZONE_NAMES } from "@strideiq/wording";
import { runMessages } from "../messages/runs.ts";
import type { RunDetail } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.says;

/** What a run says beyond its amounts: load, level pace, time in the zones of the plan, best efforts. */
export function RunSays({ run, units }: { readonly run: RunDetail; readonly units: Units }) {
  const { bestEfforts, levelSecondsPerKm, load } = run;
  const zones = (run.paceZones ?? []).filter(({ seconds }) => seconds > 0);
  const facts: readonly (readonly [string, string])[] = [
    [words.load, `${String(Math.round(load.value))} (${words.from[load.from]})`],
    ...(levelSecondsPerKm === null ? [] : [[words.level, formatPace(levelSecondsPerKm, units)] as const]),
    ...zones.map(({ seconds, zone }) => [ZONE_NAMES[zone], formatClock(seconds)] as const),
    ...bestEfforts.map(
      ({ metres, seconds }) => [words.best(formatDistance(metres, units)), formatClock(seconds)] as const,
    ),
  ];
  return (
    <section className={styles["card"]} aria-labelledby="says">
      <h2 id="says">{words.title}</h2>
      <dl className={styles["facts"]}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
