import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId } from "react";
import { runMessages as words } from "../messages/runs.ts";
import { Locked } from "../session/locked.tsx";
import { useFeature } from "../session/session.ts";
import { Away } from "../shell/away.tsx";
import buttons from "../ui/button.module.css";
import { Loading } from "../ui/loading.tsx";
import { Fitness } from "./fitness.tsx";
import { ImportList } from "./import-list.tsx";
import { ImportStanding } from "./import-standing.tsx";
import { takeFiles, useImporting } from "./importing.ts";
import { refreshRuns, useRuns } from "./run-api.ts";
import { RunList } from "./run-list.tsx";
import styles from "./runs.module.css";
import { TellRun } from "./tell-run.tsx";
import { ThresholdHeartRate } from "./threshold-heart-rate.tsx";

/** What was run, and the way in for more. */
export function RunsPage() {
  const importing = useImporting();
  const queries = useQueryClient();
  const { allowed } = useFeature("plan.run_import");
  useEffect(() => {
    if (importing.state === "ended") void refreshRuns(queries);
  }, [importing, queries]);
  return (
    <main className={styles["page"]}>
      <div>
        <h1>{words.title}</h1>
        {allowed && <p className={styles["lead"]}>{words.lead}</p>}
      </div>
      {allowed ? <DropArea /> : <Locked feature="plan.run_import" />}
      <ImportStanding importing={importing} />
      <ImportList />
      <Fitness />
      <Runs />
      <ThresholdHeartRate />
      {allowed && <TellRun />}
    </main>
  );
}

function DropArea() {
  const id = useId();
  return (
    <section className={styles["drop"]} aria-label={words.drop}>
      <p className={styles["dropTitle"]}>{words.drop}</p>
      <p>{words.dropLead}</p>
      <label htmlFor={id} className={buttons["primary"]}>
        {words.choose}
      </label>
      <input
        id={id}
        type="file"
        multiple
        className={styles["file"]}
        onChange={({ currentTarget }) => {
          takeFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </section>
  );
}

function Runs() {
  const { isAway, runs, showOlder } = useRuns();
  if (runs === undefined) return <Loading />;
  if (isAway) return <Away />;
  return (
    <section className={styles["card"]} aria-labelledby="runs">
      <h2 id="runs">{words.list}</h2>
      <RunList runs={runs} />
      {showOlder !== null && (
        <button type="button" className={buttons["plain"]} onClick={showOlder}>
          {words.older}
        </button>
      )}
    </section>
  );
}
