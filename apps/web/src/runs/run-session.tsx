import type { Units } from "@strideiq/engine";
import {
  formatClock,
  formatPace,
  formatPaceRange,
  INTENT_REASON_WORDS,
  SCORE_NAMES,
} from "@strideiq/wording";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { runMessages } from "../messages/runs.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { refreshRuns, type RunDetail, unlinkRun } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.session;

interface RunSessionProps {
  readonly run: RunDetail;
  readonly session: NonNullable<RunDetail["session"]>;
  readonly review: NonNullable<RunDetail["review"]>;
  readonly units: Units;
}

/** Which session it was, and how it went: volume and intent apart, each piece of work beside its target. */
export function RunSession({ run, session, review, units }: RunSessionProps) {
  const queries = useQueryClient();
  const unlinking = useMutation({
    mutationFn: () => unlinkRun(run.activityId),
    onSuccess: () => refreshRuns(queries),
  });
  const { intent, volume } = review;
  const reasons = (intent?.reasons ?? []).map((reason) => INTENT_REASON_WORDS[reason]).join(", ");
  return (
    <section className={styles["card"]} aria-labelledby="session">
      <h2 id="session">{words.title}</h2>
      {volume !== null && <p>{words.volume(Math.round(volume.ratio * 100), SCORE_NAMES[volume.score])}</p>}
      {intent !== null && intent.score !== null && <p>{words.intent(SCORE_NAMES[intent.score], reasons)}</p>}
      {intent !== null && intent.steps.length > 0 && <Steps steps={intent.steps} units={units} />}
      <div className={styles["ways"]}>
        <Link to={{ name: "plan", planId: session.planId }} className={buttons["plain"]}>
          {runMessages.toPlan}
        </Link>
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            unlinking.mutate();
          }}
        >
          {words.notIt}
        </button>
      </div>
    </section>
  );
}

type Step = NonNullable<NonNullable<RunDetail["review"]>["intent"]>["steps"][number];

const Steps = ({ steps, units }: { readonly steps: readonly Step[]; readonly units: Units }) => (
  <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={words.steps}>
    <table>
      <thead>
        <tr>
          {[words.planned, words.target, words.done, ""].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${String(step.step)} ${String(index)}`}>
            <td>{formatClock(step.plannedSeconds)}</td>
            <td>{step.target === null ? "–" : formatPaceRange(step.target, units)}</td>
            <td>{step.done === null ? "–" : formatPace(step.done.secondsPerKm, units)}</td>
            <td>{words.verdicts[step.verdict]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
