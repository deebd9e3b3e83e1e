import { RACE_DISTANCES, WEEK_KINDS } from "@strideiq/engine";
import { z } from "zod";
import { PlanDocument } from "../plan-document.ts";
import { CalendarDateDocument } from "../plan-request-document.ts";
import { PlanParams } from "./plan-answers.ts";

export const Moment = z.iso.datetime().meta({ description: "UTC." });
export const Version = z.int().min(1).max(1_000_000);
export const Revision = z.int().min(1).max(1_000_000_000);
const InAddress = z.coerce.number().int().min(1);
export const Limit = z.coerce.number().int().min(1).max(100).default(20);
const date = CalendarDateDocument.nullable();
const metres = z.number().nullable();

export const PlanListQuery = z.strictObject({
  after: z.uuid().optional().meta({ description: "The last id of the page before." }),
  limit: Limit,
});
export const PlanListAnswer = z.strictObject({
  plans: z.array(
    z.strictObject({
      planId: z.uuid(),
      status: z.enum(["generating", "ready", "refused", "failed"]),
      distance: z.enum(RACE_DISTANCES),
      raceDate: CalendarDateDocument,
      timeZone: z.string().meta({ description: "Where its days begin and end." }),
      firstDate: date,
      lastDate: date,
      version: Version.nullable(),
      revision: Revision,
      acceptedAt: Moment,
    }),
  ),
  next: z.uuid().nullable().meta({ description: "Ask for `after` this; null on the last page." }),
});

export const VersionParams = PlanParams.extend({ version: InAddress.max(1_000_000) });
export const VersionListQuery = z.strictObject({
  after: InAddress.max(1_000_000).optional().meta({ description: "The last version of the page before." }),
  limit: Limit,
});
export const VersionListAnswer = z.strictObject({
  versions: z.array(z.strictObject({ version: Version, reason: z.string(), createdAt: Moment })),
  next: Version.nullable(),
});
export const VersionAnswer = z.strictObject({ planId: z.uuid(), version: Version, plan: PlanDocument });
export type VersionAnswer = z.infer<typeof VersionAnswer>;

export const RemadeAnswer = VersionAnswer.extend({
  source: z.enum(["made_again", "stored"]),
  because: z.enum([
    "same_to_the_byte",
    "changed_since",
    "other_engine",
    "configuration_gone",
    "plugins_gone",
    "came_out_otherwise",
  ]),
  text: z.string().meta({ description: "The same in a sentence." }),
});

export const CompareQuery = z.strictObject({ from: InAddress.max(1_000_000), to: InAddress.max(1_000_000) });

const SessionDifferenceDocument = z.strictObject({
  fate: z.enum(["moved", "changed", "dropped", "added"]),
  sessionId: z.string(),
  title: z.string(),
  fromDate: date,
  toDate: date,
  metresBefore: metres,
  metresAfter: metres,
});
const WeekDifferenceDocument = z.strictObject({
  week: z.int(),
  kindBefore: z.enum(WEEK_KINDS).nullable(),
  kindAfter: z.enum(WEEK_KINDS).nullable(),
  metresBefore: z.number(),
  metresAfter: z.number(),
});
export const Comparison = z.strictObject({
  sessions: z.array(SessionDifferenceDocument),
  weeks: z.array(WeekDifferenceDocument),
});
export const CompareAnswer = Comparison.extend({ from: Version, to: Version });

const OptionName = z.enum(["a", "b"]);
const OptionDifferenceDocument = z.strictObject({ sessionId: z.string(), from: OptionName, to: OptionName });

export const ChangeListQuery = z.strictObject({
  after: InAddress.optional().meta({ description: "The last revision of the page before." }),
  limit: Limit,
});
export const ChangeListAnswer = z.strictObject({
  changes: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      by: z.enum(["athlete", "coach", "admin", "system"]),
      reason: z.string(),
      fromVersion: Version,
      toVersion: Version,
      revision: Revision,
      diff: z.union([Comparison, OptionDifferenceDocument]),
      undoneBy: z.uuid().nullable(),
      createdAt: Moment,
    }),
  ),
  next: Revision.nullable(),
});
export type ChangeListAnswer = z.infer<typeof ChangeListAnswer>;

export const Reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .optional()
  .meta({ description: "Why, in one's own words." });

export const RestoreBody = z
  .strictObject({ version: Version, reason: Reason })
  .meta({ examples: [{ version: 1, reason: "The old one was better" }] });
export const UndoBody = z
  .strictObject({ reason: Reason })
  .meta({ examples: [{ reason: "The rain stopped" }] });
export const OptionBody = z
  .strictObject({ option: OptionName, reason: Reason })
  .meta({ examples: [{ option: "b" }] });
export const ChangeParams = PlanParams.extend({ changeId: z.uuid() });
export const SessionParams = PlanParams.extend({ sessionId: z.string().min(1).max(100) });

/** Where the plan stands after a change. */
export const ChangedAnswer = z.strictObject({ planId: z.uuid(), version: Version, revision: Revision });
export type ChangedAnswer = z.infer<typeof ChangedAnswer>;
