import { z } from "zod";

export const JobParams = z.strictObject({ jobId: z.uuid() });
export type JobParams = z.infer<typeof JobParams>;

const Moment = z.iso.datetime();

/** What somebody waits for, and how far it has come. */
export const JobAnswer = z.strictObject({
  jobId: z.uuid(),
  kind: z.enum(["generate_plan", "change_plan", "export_data", "import_runs"]),
  status: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  planId: z.uuid().nullable().meta({ description: "The plan that it is about; null when it is about none." }),
  revision: z.int().min(1).meta({ description: "Counts every change; it is the id of the event, too." }),
  attempts: z.int().min(0).meta({ description: "How often it was begun: more than once after a fault." }),
  progress: z
    .strictObject({ done: z.int().min(0), of: z.int().min(0).nullable() })
    .nullable()
    .meta({
      description:
        "How far it has come; null where that cannot be told, and before it has begun. Of a plan: 1 its wish is read, 2 it is made and judged, 3 it is stored. Of an import: its files.",
    }),
  problem: z
    .strictObject({
      code: z.string().meta({ description: "A problem code, as the answer to a request would have it." }),
      errors: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    })
    .nullable()
    .meta({ description: "Why nothing came of it, where that lies in what was asked for; else null." }),
  createdAt: Moment,
  startedAt: Moment.nullable(),
  finishedAt: Moment.nullable(),
});
export type JobAnswer = z.infer<typeof JobAnswer>;

export const JobListQuery = z.strictObject({
  after: z.uuid().optional().meta({ description: "The last job of the page before." }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const JobListAnswer = z.strictObject({
  jobs: z.array(JobAnswer),
  next: z.uuid().nullable().meta({ description: "The cursor of the next page; null on the last." }),
});

/** The answer to a wish whose outcome is no plan: how far it has come stands at /v1/jobs/{jobId}. */
export const JobAccepted = z.strictObject({ jobId: z.uuid(), status: z.literal("waiting") });

export const DeadLetterParams = z.strictObject({ letterId: z.uuid() });

/** Jobs that ran to an error time after time. */
export const DeadLetterListAnswer = z.strictObject({
  letters: z.array(
    z.strictObject({
      letterId: z.uuid(),
      queue: z.string(),
      job: z.record(z.string(), z.unknown()).meta({ description: "What was to be done; ids only." }),
      problem: z.string().meta({ description: "The last error." }),
      attempts: z.int().min(1),
      diedAt: Moment,
    }),
  ),
  next: z.uuid().nullable(),
});
