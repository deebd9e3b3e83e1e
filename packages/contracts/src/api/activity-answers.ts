import { PACED_ZONES, PHASES } from "@strideiq/engine";
import { z } from "zod";
import { OneLine } from "../plain-text.ts";
import { CalendarDateDocument, RaceDistanceDocument, VolumeTierDocument } from "../plan-request-document.ts";
import { Limit, Moment } from "./plan-history-answers.ts";

const Id = z.uuid();
const Amount = z.number().min(0);
const Beats = z.int().min(1);
const SessionId = z.string().min(1).max(100);

export const ActivityParams = z.strictObject({ activityId: Id });
export type ActivityParams = z.infer<typeof ActivityParams>;

const SessionOfActivity = z.strictObject({ planId: Id, sessionId: SessionId });

const activity = {
  activityId: Id,
  source: z
    .enum(["file", "manual", "strava_archive", "strava_api", "intervals_icu", "garmin_api"])
    .meta({ description: "By which way it came; what it may be used for follows from it." }),
  format: z.enum(["fit", "tcx", "gpx", "table", "manual"]),
  sport: z.enum(["run", "walk", "hike", "ride", "swim", "strength", "cross_training", "other"]),
  surface: z.enum(["road", "trail", "treadmill", "track", "unknown"]),
  name: z.string().nullable(),
  device: z.string().nullable(),
  startAt: Moment.nullable().meta({ description: "Null while nobody knows when it was." }),
  day: CalendarDateDocument.nullable().meta({ description: "The day where it was run." }),
  metres: Amount.nullable(),
  movingSeconds: Amount,
  elapsedSeconds: Amount,
  ascentMetres: Amount.nullable(),
  averageHeartRate: Amount.nullable(),
  maxHeartRate: Amount.nullable(),
  effort: Amount.nullable().meta({ description: "As the athlete gave it, above 0 to 10." }),
  notes: z.array(z.string()).meta({ description: "What should be known before its numbers are believed." }),
  countsAs: Id.nullable().meta({ description: "The recording of the same run that counts instead." }),
  session: SessionOfActivity.nullable().meta({ description: "The session that it was." }),
};

export const ActivityAnswer = z.strictObject(activity);
export type ActivityAnswer = z.infer<typeof ActivityAnswer>;

/** What a run weighs. */
const Load = z.strictObject({
  value: Amount.meta({ description: "An hour at threshold is 100." }),
  from: z.enum(["pace", "heart_rate", "effort", "assumed"]).meta({ description: "What it was made from." }),
});

export const ActivityListQuery = z.strictObject({
  after: Id.optional().meta({ description: "The last activity of the page before." }),
  limit: Limit,
});
export const ActivityListAnswer = z.strictObject({
  activities: z.array(ActivityAnswer),
  next: Id.nullable(),
});
export type ActivityListAnswer = z.infer<typeof ActivityListAnswer>;

const Value = z.number().nullable();
const Score = z.enum(["nailed", "close", "missed"]);
const StepScore = z.strictObject({
  step: z.int(),
  zone: z.string(),
  plannedSeconds: Amount,
  plannedMetres: Amount,
  target: z.strictObject({ fast: z.number(), slow: z.number() }).nullable().meta({
    description: "Seconds per kilometre.",
  }),
  done: z.strictObject({ fromSeconds: z.number(), seconds: z.number(), secondsPerKm: z.number() }).nullable(),
  verdict: z.enum(["on_target", "too_fast", "too_slow", "not_done", "no_target"]),
});

/** How the session went that an activity was. */
const Review = z.strictObject({
  by: z.enum(["hand", "marker", "likeness"]).meta({ description: "By what it was found." }),
  score: Score.nullable(),
  volume: z.strictObject({ score: Score, ratio: z.number(), by: z.enum(["distance", "time"]) }).nullable(),
  intent: z
    .strictObject({
      score: Score.nullable(),
      reasons: z.array(
        z.enum([
          "too_fast",
          "too_slow",
          "work_missing",
          "rest_too_fast",
          "heart_rate_high",
          "effort_high",
          "unknown",
        ]),
      ),
      share: z.number().nullable(),
      steps: z.array(StepScore),
    })
    .nullable(),
});

export const ActivityDetailQuery = z.strictObject({
  thresholdHeartRate: z.coerce.number().min(80).max(220).optional().meta({
    description: "Zones by this heart rate at threshold, beats a minute, instead of the one that you keep.",
  }),
});

/** The heart rate at threshold that an athlete keeps. */
export const ThresholdHeartRate = z
  .strictObject({
    thresholdHeartRate: z.int().min(80).max(220).nullable().meta({
      description: "Beats a minute that you can hold for an hour; null for none.",
    }),
  })
  .meta({ examples: [{ thresholdHeartRate: 168 }] });
export type ThresholdHeartRate = z.infer<typeof ThresholdHeartRate>;

const Zone = z.enum(PACED_ZONES);

export const ActivityDetailAnswer = ActivityAnswer.extend({
  load: Load,
  levelSecondsPerKm: z.number().min(0).nullable().meta({
    description: "The pace on the level that would have been as hard (Minetti); null without a distance.",
  }),
  paceZones: z
    .array(z.strictObject({ zone: Zone, seconds: Amount }))
    .nullable()
    .meta({
      description: "Moving time in each zone of your plan of that day; null without a plan that has paces.",
    }),
  heartRateZones: z
    .array(
      z.strictObject({
        zone: z.int().min(1).max(5),
        from: Beats.nullable().meta({ description: "Its lowest beats a minute; null of zone 1." }),
        to: Beats.nullable().meta({ description: "Its highest beats a minute; null of zone 5." }),
        seconds: Amount,
      }),
    )
    .nullable()
    .meta({
      description: "Time in zones 1 to 5 of your threshold heart rate (Friel); null while it is not known.",
    }),
  bestEfforts: z.array(z.strictObject({ metres: Amount, seconds: Amount, fromSeconds: Amount })).meta({
    description: "The fastest stretch of each distance, pauses counted; none that nobody could have run.",
  }),
  laps: z.array(
    z.strictObject({
      fromSeconds: z.number(),
      seconds: z.number(),
      metres: Value,
      averageHeartRate: Value,
    }),
  ),
  track: z
    .strictObject({
      seconds: z.array(z.number()),
      metres: z.array(z.number()),
      secondsPerKm: z.array(Value),
      altitude: z.array(Value),
      heartRate: z.array(Value),
    })
    .nullable()
    .meta({ description: "At most 600 points, for drawing; null when there is no track." }),
  review: Review.nullable(),
  duplicates: z.array(
    z.strictObject({
      activityId: Id,
      source: activity.source,
      device: activity.device,
      metres: Amount.nullable(),
    }),
  ),
});
export type ActivityDetailAnswer = z.infer<typeof ActivityDetailAnswer>;

export const TodayQuery = z.strictObject({
  timeZone: z.string().min(1).max(100).optional().meta({ description: "Where it is today." }),
});

export const ReviewQuery = z.strictObject({
  timeZone: z.string().min(1).max(100).optional().meta({
    description: "Where it is today; the zone of the plan when not told.",
  }),
});

export const TrainingHistoryQuery = TodayQuery.extend({
  distance: RaceDistanceDocument.optional().meta({
    description:
      "The race that the level is told for; the same week is much for a 5K and little for a marathon.",
  }),
});
export const TrainingHistoryAnswer = z.strictObject({
  weeklyMetres: Amount.nullable().meta({
    description: "The mean of the last four weeks; null without runs.",
  }),
  longestMetres: Amount.nullable().meta({ description: "The longest run of the last thirty days." }),
  weeks: z
    .array(z.strictObject({ metres: Amount, longestMetres: Amount, runs: z.int() }))
    .meta({ description: "The weeks before today, oldest first." }),
  tier: VolumeTierDocument.nullable().meta({
    description: "The level that these runs say for the race; null without runs, or where no race was named.",
  }),
  sources: z.array(activity.source).meta({ description: "The ways by which these runs came." }),
  cappedWeeks: z.int().min(0).meta({
    description: "Weeks so far above all others that less was believed of them than was recorded.",
  }),
});
export type TrainingHistoryAnswer = z.infer<typeof TrainingHistoryAnswer>;

/** A run that no device recorded. */
export const ToldActivityBody = z
  .strictObject({
    day: CalendarDateDocument.meta({ description: "The day where it was run." }),
    sport: activity.sport.default("run"),
    metres: z.number().min(1).max(500_000).nullable().default(null),
    seconds: z.number().min(60).max(259_200),
    effort: z.number().min(1).max(10).nullable().default(null).meta({
      description: "How hard it was, 1 to 10.",
    }),
    name: OneLine(300).nullable().default(null),
  })
  .meta({ examples: [{ day: "2026-11-21", metres: 8000, seconds: 2700, effort: 4 }] });
export type ToldActivityBody = z.input<typeof ToldActivityBody>;
export const ToldActivityAnswer = z.strictObject({ activityId: Id });

const Count = z.int().min(0);
const adherence = {
  due: Count.meta({ description: "Sessions that were done or whose day is over." }),
  done: Count,
  nailed: Count.meta({ description: "Done as planned, in volume and in intent." }),
  missed: Count,
  asked: Count.meta({ description: "Sessions of which only you know which run they were." }),
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .meta({ description: "Done by due; null while nothing was due." }),
  plannedMetres: Amount,
};

export const ReviewAnswer = z.strictObject({
  plan: z.strictObject(adherence),
  weeks: z.array(
    z.strictObject({
      week: z.int().min(1),
      ...adherence,
      doneMetres: Amount.meta({ description: "Everything run in that week, planned or not." }),
    }),
  ),
  phases: z.array(z.strictObject({ phase: z.enum(PHASES), ...adherence })),
  questions: z.array(
    z.strictObject({
      sessionId: SessionId,
      why: z.enum(["alike", "unlike", "other_day"]).meta({
        description: "Several fit as well; one fits badly; one fits and lies on another day.",
      }),
      candidates: z.array(z.array(Id)).meta({ description: "The likeliest first." }),
    }),
  ),
  sessions: z
    .array(z.strictObject({ sessionId: SessionId, score: Score.nullable(), activityIds: z.array(Id) }))
    .meta({
      description: "The sessions that runs were found for, and which; not those that you told yourself.",
    }),
  extra: z
    .array(
      z.strictObject({
        activityId: Id,
        day: CalendarDateDocument,
        sport: activity.sport,
        metres: Amount.nullable(),
        load: Load,
      }),
    )
    .meta({ description: "What was done beside the plan: load, and no part of adherence." }),
  runs: z
    .array(
      z.strictObject({
        activityId: Id,
        day: CalendarDateDocument,
        clock: z.string().nullable().meta({
          description: "The time of day where it began, such as 07:05; null where nobody knows it.",
        }),
        name: activity.name,
        sport: activity.sport,
        metres: Amount.nullable(),
        movingSeconds: Amount,
      }),
    )
    .meta({ description: "Every run that is named here, each once." }),
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;
