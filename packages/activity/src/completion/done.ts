import type { Done, SessionDone } from "@strideiq/engine";
import type { Activity } from "../activity/activity.ts";
import type { Matching } from "../matching/matching.ts";
import { permitted } from "../policy/permitted.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";
import type { Completion } from "./completion.ts";

/**
 * What was run so far, as the engine asks for it before it changes a plan: sessions done and skipped, and the runs
 * that no plan asked for. Recordings that may not be joined with others are left out.
 */
export function doneOf(
  completions: readonly Completion[],
  matching: Matching,
  activities: ReadonlyMap<string, Activity>,
  rules: ActivityRules,
): Pick<Done, "sessions" | "extra"> {
  const known = (ids: readonly string[]): readonly Activity[] =>
    permitted(
      ids.flatMap((id) => activities.get(id) ?? []),
      "combine",
      rules.sources,
    );
  const extra = known(matching.extra).flatMap(({ metres, movingSeconds, sport, start }) =>
    sport === "run" && start !== null && metres !== null
      ? [{ date: start.day, metres: Math.round(metres), seconds: Math.round(movingSeconds) }]
      : [],
  );
  return {
    sessions: completions.flatMap((completion) => sessionDone(completion, known(completion.runIds))),
    extra,
  };
}

function sessionDone({ sessionId, state }: Completion, runs: readonly Activity[]): readonly SessionDone[] {
  if (state === "missed") return [{ session: sessionId, status: "skipped" }];
  if (state !== "done" || runs.length === 0) return [];
  const sum = (amount: (run: Activity) => number): number =>
    Math.round(runs.reduce((total, run) => total + amount(run), 0));
  return [
    {
      session: sessionId,
      status: "done",
      metres: sum(({ metres }) => metres ?? 0),
      seconds: sum(({ movingSeconds }) => movingSeconds),
    },
  ];
}
