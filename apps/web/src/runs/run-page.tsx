import type { Units } from "@strideiq/engine";
import { formatClock, formatDistance, formatPace } from "@strideiq/wording";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../api/client.ts";
import { runMessages as words } from "../messages/runs.ts";
import { Link } from "../path/link.tsx";
import { goTo } from "../path/path.ts";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { refreshRuns, removeRun, type RunDetail, useRun } from "./run-api.ts";
import { Laps } from "./laps.tsx";
import { RunCharts, type Work } from "./run-charts.tsx";
import { RunChoices } from "./run-choices.tsx";
import { titleOf } from "./run-list.tsx";
import { RunSays } from "./run-says.tsx";
import { RunSession } from "./run-session.tsx";
import { RunSport } from "./run-sport.tsx";
import styles from "./runs.module.css";
import { ThresholdHeartRate } from "./threshold-heart-rate.tsx";

/** One run: its amounts, its curves, its laps, and how its session went. */
export function RunPage({ activityId }: { readonly activityId: string }) {
  const told = useRun(activityId);
  const [units] = useStored(storedUnits);
  if (told === undefined) return <Loading />;
  if (!told.ok)
    return (
      <Notice {...wordsFor(told.error)} isAlert>
        <Link to={{ name: "runs" }} className={buttons["primary"]}>
          {words.back}
        </Link>
      </Notice>
    );
  const run = told.value;
  return (
    <main className={styles["page"]}>
      <div>
        <Link to={{ name: "runs" }}>{words.back}</Link>
        <h1>{titleOf(run)}</h1>
        {run.notes.map((note) => (
          <p key={note} className={styles["lead"]}>
            {note}
          </p>
        ))}
      </div>
      <Facts run={run} units={units} />
      {run.session !== null && run.review !== null && (
        <RunSession run={run} session={run.session} review={run.review} units={units} />
      )}
      <RunChoices key={run.activityId} run={run} units={units} />
      <RunSport run={run} />
      {run.track !== null && <RunCharts track={run.track} work={workOf(run)} units={units} />}
      {run.laps.length > 1 && <Laps laps={run.laps} work={workOf(run)} units={units} />}
      <RunSays run={run} units={units} />
      {run.averageHeartRate !== null && <ThresholdHeartRate />}
      <Ways run={run} />
    </main>
  );
}

const workOf = ({ review }: RunDetail): readonly Work[] => review?.intent?.steps ?? [];

const NOT_FOUND = 404;

/** What the API says of an address is for those who program with it. */
const wordsFor = ({ status, title, detail }: ApiProblem) =>
  status === NOT_FOUND ? { title: words.missing, lead: words.missingLead } : { title, lead: detail };

interface RunProps {
  readonly run: RunDetail;
  readonly units: Units;
}

function Facts({ run, units }: RunProps) {
  const { ascentMetres, averageHeartRate, metres, movingSeconds } = run;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.facts.distance, metres === null ? null : formatDistance(metres, units)],
    [words.facts.time, formatClock(movingSeconds)],
    [
      words.facts.pace,
      metres === null || metres <= 0 ? null : formatPace((movingSeconds / metres) * 1000, units),
    ],
    [words.facts.ascent, ascentMetres === null ? null : `${String(Math.round(ascentMetres))} m`],
    [words.facts.heartRate, averageHeartRate === null ? null : words.beats(Math.round(averageHeartRate))],
  ];
  return (
    <dl className={styles["facts"]}>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Ways({ run }: { readonly run: RunDetail }) {
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeRun(run.activityId),
    onSuccess: async () => {
      goTo({ name: "runs" });
      await refreshRuns(queries);
    },
  });
  return (
    <div className={styles["ways"]}>
      {run.format !== "manual" && run.format !== "table" && (
        <a href={`/v1/activities/${run.activityId}/original`} className={buttons["plain"]} download>
          {words.original}
        </a>
      )}
      <button
        type="button"
        className={buttons["plain"]}
        onClick={() => {
          removing.mutate();
        }}
      >
        {words.remove}
      </button>
    </div>
  );
}
