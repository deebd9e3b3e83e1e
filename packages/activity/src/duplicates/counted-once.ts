import type { Activity } from "../activity/activity.ts";
import { isPermitted } from "../policy/permitted.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";
import { compareStarts, type DuplicateDecisions, groupRuns, type RecordedOnce } from "./group-runs.ts";

/** Every activity once. What must not be joined with data of other sources is left by itself. */
export function countedOnce(
  activities: readonly Activity[],
  decisions: DuplicateDecisions,
  rules: ActivityRules,
): readonly RecordedOnce[] {
  const isJoined = (activity: Activity): boolean => isPermitted(activity, "combine", rules.sources);
  const alone = activities.filter((activity) => !isJoined(activity));
  return [
    ...groupRuns(activities.filter(isJoined), decisions, rules.duplicates),
    ...alone.map((activity) => ({ activity, duplicates: [] })),
  ].toSorted((a, b) => compareStarts(a.activity, b.activity));
}
