import { gzipSync } from "node:zlib";
import {
  activityOf,
  type ActivityRules,
  type AnalysedActivity,
  type AnalysedFile,
  type Home,
  type Recording,
  speedProfileOf,
  withoutTrack,
  writeTrack,
} from "@strideiq/activity";
import { formatOf } from "../one/format-of.ts";
import type { FileReport } from "../report.ts";

/**
 * Makes of what was read what is kept. Its bytes lie in memory of their own, of their own length: whoever is handed a
 * view gets all that it is a view on, and what unpacks and packs gives views on a hundred kilobytes for some six.
 */
export function analyseReport(report: FileReport, home: Home, rules: ActivityRules): AnalysedFile {
  const { name, of, original, position, result } = report;
  const base = { name, number: position, of };
  if (!result.ok) return { ...base, refusal: result.error, faults: [], activities: [], original: null };
  const activities = result.value.flatMap((recording) => analyse(recording, home, rules));
  return {
    ...base,
    refusal: null,
    faults: [...new Set(result.value.flatMap(({ faults }) => faults))],
    activities,
    original: activities.length === 0 || original === null ? null : packed(original),
  };
}

function analyse(recording: Recording, home: Home, rules: ActivityRules): readonly AnalysedActivity[] {
  const activity = activityOf(recording, home, rules);
  if (activity === null) return [];
  return [
    {
      activity: withoutTrack(activity),
      speeds: speedProfileOf(activity, rules.elevation),
      track: activity.isTracked ? onItsOwn(gzipSync(writeTrack(activity.track), FAST)) : null,
    },
  ];
}

/** The last tenth of size costs half of the time. */
const FAST = { level: 4 } as const;

const packed = (original: Uint8Array): Uint8Array =>
  onItsOwn(formatOf(original) === "gzip" ? original : gzipSync(original, FAST));

const onItsOwn = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
