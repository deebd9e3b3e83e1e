import { SPORT_NAMES } from "@strideiq/wording";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { runMessages } from "../messages/runs.ts";
import buttons from "../ui/button.module.css";
import { decideRun, refreshRuns, type Run, type RunDetail } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.sport;
type Sport = Run["sport"];
const SPORTS = Object.keys(SPORT_NAMES) as readonly Sport[];

/** Which sport it was, for those whose file told another or none. */
export function RunSport({ run }: { readonly run: RunDetail }) {
  const queries = useQueryClient();
  const [refused, setRefused] = useState<string | null>(null);
  const tell = async (sport: Sport): Promise<void> => {
    const told = await decideRun(run.activityId, { kind: "sport", sport });
    setRefused(told.ok ? null : (told.error.errors[0]?.message ?? told.error.detail));
    await refreshRuns(queries);
  };
  return (
    <details className={styles["card"]} open={run.sport === "other"}>
      <summary>{run.sport === "other" ? words.which : words.another(SPORT_NAMES[run.sport])}</summary>
      <p>{words.lead}</p>
      <div className={styles["ways"]}>
        {SPORTS.filter((sport) => sport !== run.sport).map((sport) => (
          <button
            key={sport}
            type="button"
            className={buttons["plain"]}
            onClick={() => {
              void tell(sport);
            }}
          >
            {sport === "other" ? words.other : SPORT_NAMES[sport]}
          </button>
        ))}
      </div>
      <p role="alert" className={styles["refused"]}>
        {refused}
      </p>
    </details>
  );
}
