import {
  err,
  GROUNDS,
  ok,
  PHASES,
  type Plan,
  PLAN_SCHEMA,
  QUANTITIES,
  type Result,
  SESSION_KINDS,
  WEEK_KINDS,
  WORK_FORMS,
  ZONES,
} from "@strideiq/engine";
import { z } from "zod";
import { type DocumentProblem, problemsOf, tooDeep } from "./document-problems.ts";
import {
  CalendarDateDocument,
  MetresDocument,
  PlanRequestDocument,
  RaceDistanceDocument,
  SecondsDocument,
  VolumeTierDocument,
} from "./plan-request-document.ts";
import { PlanChangeDocument } from "./plan-change-document.ts";
import { AdjustmentDocument, WhyDocument, WorkoutCardDocument } from "./reason-document.ts";
import type { DeepReadonly, SameShape } from "./same-shape.ts";

const Word = z.string().min(1).max(100);
const Sentence = z.string().max(500);
const WeekNumber = z.int().min(1).max(60);

const SecondsPerKm = z.number().min(60).max(3600);
const PaceRangeDocument = z.strictObject({ fast: SecondsPerKm, slow: SecondsPerKm });

const TrainingPacesDocument = z.strictObject({
  recovery: PaceRangeDocument,
  easy: PaceRangeDocument,
  steady: PaceRangeDocument,
  marathon: PaceRangeDocument,
  half_marathon: PaceRangeDocument,
  threshold: PaceRangeDocument,
  ten_k: PaceRangeDocument,
  interval: PaceRangeDocument,
  repetition: PaceRangeDocument,
  race: PaceRangeDocument,
});

const SingleStepDocument = z.strictObject({
  zone: z.enum(ZONES),
  by: z.enum(["distance", "time"]),
  metres: MetresDocument,
  seconds: SecondsDocument,
  effort: Sentence.exactOptional(),
});

/** Written out, for a compiler may give up on the type of a schema that holds itself. */
type StepShape =
  z.infer<typeof SingleStepDocument> | { readonly repeat: number; readonly steps: readonly StepShape[] };

const RepeatStepDocument = z.strictObject({
  repeat: z.int().min(1).max(100),
  get steps(): z.ZodType<readonly StepShape[]> {
    return z.array(StepDocument).max(STEPS_MAX);
  },
});

const STEPS_MAX = 60;
const StepDocument = z.union([SingleStepDocument, RepeatStepDocument]).meta({ id: "Step" });

const option = {
  kind: z.enum(SESSION_KINDS),
  title: Sentence,
  workout: Word.exactOptional(),
  metres: MetresDocument,
  seconds: SecondsDocument,
  steps: z.array(StepDocument).max(STEPS_MAX),
};

const WayDocument = z
  .strictObject({
    kind: z.enum(SESSION_KINDS),
    ground: z.enum(GROUNDS),
    form: z.enum(WORK_FORMS),
    zones: z.array(z.enum(ZONES)).max(ZONES.length),
    pieces: z.int().min(0).max(10_000),
    longestSeconds: SecondsDocument,
    workSeconds: SecondsDocument,
    metres: MetresDocument,
  })
  .meta({ id: "Way" });

const ContrastDocument = z
  .strictObject({ by: z.enum(["ground", "form", "kind"]), a: WayDocument, b: WayDocument })
  .meta({ description: "In what the two options of a session differ." });

const SessionDocument = z
  .strictObject({
    id: Word,
    ...option,
    quality: z.boolean(),
    estimated: z.literal(true).exactOptional(),
    optionB: z.strictObject(option).exactOptional(),
    chosen: z.enum(["a", "b"]),
    contrast: ContrastDocument.exactOptional(),
    why: WhyDocument.exactOptional(),
  })
  .meta({ id: "Session" });

const PlanDayDocument = z.strictObject({
  date: CalendarDateDocument,
  sessions: z.array(SessionDocument).max(6),
});

// More than seven days can be read, so that law S9 names the week that has them.
const PlanWeekDocument = z.strictObject({
  week: WeekNumber,
  phase: z.enum(PHASES),
  kind: z.enum(WEEK_KINDS),
  targetMetres: MetresDocument,
  days: z.array(PlanDayDocument).max(14).describe("The seven days of the week in order, rest days too."),
  why: WhyDocument.exactOptional(),
});

const PlanPhaseDocument = z.strictObject({
  phase: z.enum(PHASES),
  firstWeek: WeekNumber,
  lastWeek: WeekNumber,
  why: WhyDocument,
});

const LawVerdictDocument = z.strictObject({
  id: Word,
  verdict: z.enum(["pass", "flag", "breach", "not_applicable"]),
  measured: z.number().exactOptional(),
  limit: z.number().exactOptional(),
  quantity: z.enum(QUANTITIES).exactOptional().meta({
    description:
      "What measured and limit count: metres, seconds, seconds per kilometre, shares of one, or things.",
  }),
  weeks: z.array(WeekNumber).max(60).exactOptional(),
  why: Sentence.exactOptional(),
});

const RacePredictionDocument = z
  .strictObject({
    seconds: z.int().positive(),
    fastSeconds: z.int().positive(),
    slowSeconds: z.int().positive(),
  })
  .meta({ description: "The race time that the result gives, and between which times most such races lie." });

/** A training plan as JSON: what is stored, shown, checked and handed out. */
export const PlanDocument = z
  .strictObject({
    schema: z.literal(PLAN_SCHEMA),
    distance: RaceDistanceDocument,
    tier: VolumeTierDocument,
    daysPerWeek: z.int().min(0).max(7),
    raceDate: CalendarDateDocument,
    request: PlanRequestDocument,
    paces: TrainingPacesDocument.nullable(),
    rpi: z.number().min(1).max(120).nullable().default(null),
    prediction: RacePredictionDocument.exactOptional(),
    provenance: z.strictObject({ engine: Word, rulebook: Word, plugins: z.record(Word, Word) }),
    phases: z.array(PlanPhaseDocument).max(60).default([]),
    weeks: z.array(PlanWeekDocument).min(1).max(60),
    workouts: z.record(Word, WorkoutCardDocument).default({}),
    adjustments: z.array(AdjustmentDocument).max(100).default([]),
    certificate: z.strictObject({ laws: z.array(LawVerdictDocument).max(200) }),
    changes: z.array(PlanChangeDocument).max(1000).exactOptional(),
  })
  .superRefine(({ weeks }, context) => {
    const seen = new Set<string>();
    weeks.forEach((week, w) => {
      week.days.forEach((day, d) => {
        day.sessions.forEach(({ id }, s) => {
          if (seen.has(id))
            context.addIssue({
              code: "custom",
              path: ["weeks", w, "days", d, "sessions", s, "id"],
              message: "an id that no other session of the plan has",
            });
          seen.add(id);
        });
      });
    });
  });

true satisfies SameShape<DeepReadonly<z.output<typeof PlanDocument>>, Plan>;

/** Nesting of the plan document with three levels of repeats in an option B. */
const DEPTH_MAX = 18;

/**
 * Reads a plan document. Every problem names its field, what was found there and what was expected;
 * at most 20 are listed.
 */
export function parsePlanDocument(json: unknown): Result<Plan, readonly DocumentProblem[]> {
  if (tooDeep(json, DEPTH_MAX))
    return err([{ path: "", message: `The document nests deeper than ${String(DEPTH_MAX)} levels.` }]);
  const parsed = PlanDocument.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(problemsOf(parsed.error, json));
}
