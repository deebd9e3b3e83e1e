import { z } from "zod";
import { OneLine } from "../plain-text.ts";
import { CalendarDateDocument, RaceDistanceDocument } from "../plan-request-document.ts";
import { PlanParams } from "./plan-answers.ts";
import { Limit, Moment } from "./plan-history-answers.ts";

const Id = z.uuid();

/** A page of a list whose cursor is an id. */
export const IdPageQuery = z.strictObject({
  after: Id.optional().meta({ description: "The last id of the page before." }),
  limit: Limit,
});
const next = Id.nullable().meta({ description: "Ask for `after` this; null on the last page." });

/** As the tables have it, too: nobody races or runs outside of it. */
const [FIRST_DAY, LAST_DAY] = ["2000-01-01", "2098-12-31"];
const DayInReach = CalendarDateDocument.refine(
  (day) => FIRST_DAY <= day && day <= LAST_DAY,
  `a day from ${FIRST_DAY} to ${LAST_DAY}`,
).meta({
  format: "date",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description: `From ${FIRST_DAY} to ${LAST_DAY}.`,
});

const GoalTerms = z.strictObject({
  name: OneLine(200).nullable().default(null),
  distance: RaceDistanceDocument,
  raceDate: DayInReach,
  targetSeconds: z.number().min(600).max(86_400).nullable().default(null),
  priority: z.enum(["a", "b", "c"]).default("a"),
  state: z.enum(["open", "raced", "dropped"]).default("open"),
});
export const GoalBody = GoalTerms.meta({
  examples: [{ name: "Hamburg", distance: "marathon", raceDate: "2027-04-18", targetSeconds: 12600 }],
});
export const GoalParams = z.strictObject({ goalId: Id });
export const GoalAnswer = z.strictObject({
  id: Id,
  name: z.string().nullable(),
  distance: RaceDistanceDocument,
  raceDate: CalendarDateDocument,
  targetSeconds: z.number().nullable(),
  priority: z.enum(["a", "b", "c"]),
  state: z.enum(["open", "raced", "dropped"]),
  revision: z.int().min(1).meta({ description: "Counts the changes; part of the ETag." }),
  createdAt: Moment,
});
export const GoalListAnswer = z.strictObject({ goals: z.array(GoalAnswer), next });

const ran = {
  doneOn: DayInReach,
  metres: z.number().min(0).max(500_000).nullable().default(null),
  seconds: z.number().min(0).max(259_200).nullable().default(null),
  effort: z.int().min(1).max(10).nullable().default(null).meta({ description: "1 very easy, 10 all out." }),
};
const note = z.string().trim().min(1).max(2_000).nullable().default(null);

/** Metres in a second that no human being runs on average, not even over a hundred metres. */
const METRES_A_SECOND_MAX = 12;
interface Amounts {
  readonly state: string;
  readonly metres?: number | null;
  readonly seconds?: number | null;
}
const isHuman = ({ metres = null, seconds = null }: Amounts): boolean =>
  metres === null || seconds === null || metres <= METRES_A_SECOND_MAX * seconds;

/** What became of a session, told by hand. */
export const CompletionBody = z
  .discriminatedUnion("state", [
    z.strictObject({ state: z.literal("done"), ...ran, note }),
    z.strictObject({ state: z.literal("partly_done"), ...ran, note }),
    z.strictObject({ state: z.literal("skipped"), note }),
  ])
  .refine(({ state, ...told }) => state !== "done" || !("metres" in told) || told.metres !== 0, {
    path: ["metres"],
    message: "more than nothing, or leave it out",
  })
  .refine(isHuman, { path: ["seconds"], message: "more time: nobody runs that fast" })
  .meta({ examples: [{ state: "done", doneOn: "2027-01-14", metres: 12000, seconds: 4200, effort: 4 }] });
export type CompletionBody = z.output<typeof CompletionBody>;

export const CompletionAnswer = z.strictObject({
  sessionId: z.string(),
  source: z.enum(["manual", "matched"]).meta({ description: "What is told by hand wins." }),
  state: z.enum(["done", "partly_done", "skipped"]),
  doneOn: CalendarDateDocument.nullable(),
  metres: z.number().nullable(),
  seconds: z.number().nullable(),
  effort: z.int().nullable(),
  note: z.string().nullable(),
  revision: z.int().min(1),
  updatedAt: Moment,
});
export type CompletionAnswer = z.infer<typeof CompletionAnswer>;
const SessionId = z.string().min(1).max(100);
export const CompletionListQuery = z.strictObject({
  after: SessionId.optional().meta({ description: "The last session id of the page before." }),
  limit: Limit,
});
export const CompletionListAnswer = z.strictObject({
  completions: z.array(CompletionAnswer),
  next: SessionId.nullable(),
});
export type CompletionListAnswer = z.infer<typeof CompletionListAnswer>;
export const CompletionParams = PlanParams.extend({ sessionId: SessionId });

/** Every text about health data that could be agreed to, by its day. */
const CONSENT_TEXTS = ["2026-11-22", "2026-11-23", "2026-11-24"];
const ConsentText = CalendarDateDocument.refine(
  (day) => CONSENT_TEXTS.includes(day),
  "the day of a text that there is",
).meta({ enum: CONSENT_TEXTS, description: "The day of the text that is agreed to." });

export const ConsentBody = z
  .strictObject({
    kind: z.literal("health_data"),
    textVersion: ConsentText,
  })
  .meta({ examples: [{ kind: "health_data", textVersion: "2026-11-24" }] });
export const ConsentParams = z.strictObject({ consentId: Id });
export const ConsentAnswer = z.strictObject({
  id: Id,
  kind: z.literal("health_data"),
  textVersion: CalendarDateDocument,
  givenAt: Moment,
  withdrawnAt: Moment.nullable(),
});
export const ConsentListAnswer = z.strictObject({ consents: z.array(ConsentAnswer), next });

const Answers = z
  .record(
    z.string().regex(/^[a-z][A-Za-z0-9_]{0,59}$/),
    z.union([z.string().max(500), z.number(), z.boolean(), z.null()]),
  )
  .refine((answers) => Object.keys(answers).length <= 40, "at most 40 answers")
  .meta({ description: "Answers by the name of the question." });

export const QuestionnaireBody = z
  .strictObject({
    answers: Answers,
    healthAnswers: Answers.nullable()
      .default(null)
      .meta({ description: "Answers about health; they need a consent in force, and go when it goes." }),
  })
  .meta({ examples: [{ answers: { yearsOfRunning: 5 }, healthAnswers: null }] });
const Told = z.record(z.string(), z.unknown());
export const QuestionnaireAnswer = z.strictObject({
  id: Id,
  answers: Told,
  healthAnswers: Told.nullable(),
  createdAt: Moment,
});
export const QuestionnaireListAnswer = z.strictObject({ questionnaires: z.array(QuestionnaireAnswer), next });

const Scopes = z
  .array(z.enum(["read", "write", "evaluate_flags"]))
  .min(1)
  .max(3)
  .meta({ description: "`evaluate_flags` is for services, and an administrator's to give." });
export const ApiKeyBody = z
  .strictObject({
    name: OneLine(100),
    scopes: Scopes,
    expiresAt: z.iso.datetime().nullable().default(null),
  })
  .meta({ examples: [{ name: "My watch", scopes: ["read"] }] });
export const ApiKeyParams = z.strictObject({ apiKeyId: Id });
export const ApiKeyAnswer = z.strictObject({
  id: Id,
  name: z.string(),
  prefix: z.string().meta({ description: "The beginning of the key." }),
  scopes: Scopes,
  createdAt: Moment,
  expiresAt: Moment.nullable(),
  lastUsedAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
});
export const ApiKeyCreatedAnswer = ApiKeyAnswer.extend({
  secret: z.string().meta({ description: "The key. It is shown once and kept as a hash only." }),
});
export const ApiKeyListAnswer = z.strictObject({ apiKeys: z.array(ApiKeyAnswer), next });
