import { parseCalendarDate, type Units } from "@strideiq/engine";
import { formatClock, formatDate, formatDistance, SPORT_NAMES } from "@strideiq/wording";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { reviewMessages as say } from "../../messages/review.ts";
import { linkRun, refreshRuns } from "../../runs/run-api.ts";
import buttons from "../../ui/button.module.css";
import type { NamedRun, Question, Review } from "./review.ts";
import styles from "./review.module.css";

interface WhichRunProps {
  readonly question: Question;
  readonly review: Review;
  readonly planId: string;
  readonly units: Units;
}

/** Which run was it? The likeliest stands first; what is said holds from then on. */
export function WhichRun({ question, review, planId, units }: WhichRunProps) {
  const queries = useQueryClient();
  const { sessionId, candidates, why } = question;
  const choosing = useMutation({
    mutationFn: async (activityIds: readonly string[]) => {
      for (const activityId of activityIds) await linkRun(activityId, { planId, sessionId });
    },
    onSettled: () => refreshRuns(queries),
  });
  const isSending = choosing.isPending;
  return (
    <div className={styles["which"]}>
      <p>{say.why[why]}</p>
      <div className={styles["ways"]}>
        {candidates.map((ids) => {
          const runs = ids.flatMap((id) => review.runs.get(id) ?? []);
          return (
            runs.length > 0 && (
              <button
                key={ids.join(" ")}
                type="button"
                className={buttons["plain"]}
                aria-disabled={isSending}
                onClick={() => {
                  if (!isSending) choosing.mutate(ids);
                }}
              >
                {runs.map((run) => runInWords(run, units)).join(say.and)}
              </button>
            )
          );
        })}
      </div>
    </div>
  );
}

/** A run in a few words, such as `Tue 24 Nov, 07:05 · Run · 8.1 km · 45:10`. */
function runInWords({ clock, day, metres, movingSeconds, name, sport }: NamedRun, units: Units): string {
  const parsed = parseCalendarDate(day);
  return [
    `${parsed.ok ? formatDate(parsed.value) : day}${clock === null ? "" : `, ${clock}`}`,
    name ?? SPORT_NAMES[sport],
    ...(metres === null ? [] : [formatDistance(metres, units)]),
    formatClock(movingSeconds),
  ].join(" · ");
}
