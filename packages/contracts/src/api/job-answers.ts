import { z } from "zod";

export const JobParams = z.strictObject({ jobId: z.uuid() });
export type JobParams = z.infer<typeof JobParams>;

const Moment = z.iso.datetime();

/** What somebody waits for, and how far it has come. */
export const JobAnswer = z.strictObject({
  jobId: z.uuid(),
  kind: z.enum(["generate_plan"]),
  status: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  planId: z.uuid().nullable().meta({ description: "The plan that it is about." }),
  revision: z.int().min(1).meta({ description: "Counts every change; it is the id of the event, too." }),
  attempts: z.int().min(0).meta({ description: "How often it was begun: more than once after a fault." }),
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
