import { parseCalendarDate, type Units } from "@strideiq/engine";
import { formatClock, formatDistance, formatLongDate, formatPace, SPORT_NAMES } from "@strideiq/wording";
import { runMessages as words } from "../messages/runs.ts";
import { Link } from "../path/link.tsx";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import type { Run } from "./run-api.ts";
import styles from "./runs.module.css";

/** Runs as links, newest first. */
export function RunList({ runs }: { readonly runs: readonly Run[] }) {
  const [units] = useStored(storedUnits);
  if (runs.length === 0) return <p>{words.none}</p>;
  return (
    <ul className={styles["runs"]}>
      {runs.map((run) => (
        <li key={run.activityId} data-counts={run.countsAs === null}>
          <Link to={{ name: "run", activityId: run.activityId }} className={styles["run"]}>
            <span>
              <b>{titleOf(run)}</b>
              <span>{aboutOf(run, units)}</span>
            </span>
            {run.session !== null && <span className={styles["done"]}>{words.plannedAs}</span>}
            {run.countsAs !== null && <span>{words.duplicate}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The day, in words. */
function dayOf({ day }: Pick<Run, "day">): string {
  const parsed = day === null ? null : parseCalendarDate(day);
  return parsed?.ok === true ? formatLongDate(parsed.value) : words.noDay;
}

export const titleOf = (run: Pick<Run, "day" | "name" | "sport">): string =>
  `${dayOf(run)} · ${run.name ?? SPORT_NAMES[run.sport]}`;

function aboutOf({ metres, movingSeconds, sport }: Run, units: Units): string {
  const pace =
    sport === "run" && metres !== null && metres > 0
      ? formatPace((movingSeconds / metres) * 1000, units)
      : null;
  return [metres === null ? null : formatDistance(metres, units), formatClock(movingSeconds), pace]
    .filter((part) => part !== null)
    .join(" · ");
}
