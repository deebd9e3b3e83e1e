import { z } from "zod";
import { Limit, Moment } from "./plan-history-answers.ts";

const Id = z.uuid();

export const ImportBody = z
  .strictObject({
    timeZone: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: "IANA name of where you live; it tells the day of files that do not know it." }),
  })
  .meta({ examples: [{ timeZone: "Europe/Berlin" }] });
export const ImportParams = z.strictObject({ importId: Id });

/** How many files one import takes. A zip is one file. */
export const IMPORT_FILES_MAX = 500;

export const ImportFileParams = ImportParams.extend({
  position: z.coerce
    .number()
    .int()
    .min(0)
    .max(IMPORT_FILES_MAX - 1)
    .meta({ description: "Which file of the import, from 0." }),
});
export const ImportFileQuery = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .meta({ description: "Its name; it only serves to speak of it. What a file is, its bytes decide." }),
});
export const ImportFileAnswer = z.strictObject({ position: z.int(), bytes: z.int().min(0) });

const Count = z.int().min(0);
export const ImportAnswer = z.strictObject({
  importId: Id,
  status: z
    .enum(["receiving", "waiting", "running", "done", "failed", "cancelled"])
    .meta({ description: "`receiving` while files come in; then as its job stands." }),
  jobId: Id.nullable(),
  createdAt: Moment,
  finishedAt: Moment.nullable(),
  files: Count.meta({ description: "Files that were sent." }),
  read: Count.meta({ description: "Files that were read, those in a zip each." }),
  outcomes: z.strictObject({
    imported: Count,
    known: Count.meta({ description: "Files whose activities were there already." }),
    too_little: Count,
    refused: Count,
  }),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportListQuery = z.strictObject({
  after: Id.optional().meta({ description: "The last import of the page before." }),
  limit: Limit,
});
export const ImportListAnswer = z.strictObject({ imports: z.array(ImportAnswer), next: Id.nullable() });

const ReportCursor = z
  .string()
  .regex(/^[0-9]{1,4}\.[0-9]{1,9}$/)
  .meta({ description: "`next` of the page before.", examples: ["0.99"] });
export const ImportReportQuery = z.strictObject({ after: ReportCursor.optional(), limit: Limit });
export const ImportReportListAnswer = z.strictObject({
  reports: z.array(
    z.strictObject({
      position: z.int().meta({ description: "Which of the files that were sent." }),
      number: z.int().meta({ description: "Which in it: a zip holds many." }),
      name: z.string(),
      outcome: z.enum(["imported", "known", "too_little", "refused"]),
      reason: z.string().nullable().meta({ description: "Why a file was refused, as a word." }),
      message: z.string().nullable().meta({ description: "The same as a sentence, and what can be done." }),
      notes: z.array(z.string()).meta({ description: "What is wrong with a file that could be read." }),
      activityIds: z.array(Id),
    }),
  ),
  next: ReportCursor.nullable(),
});
export type ImportReportListAnswer = z.infer<typeof ImportReportListAnswer>;
