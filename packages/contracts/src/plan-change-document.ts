import {
  type Done,
  err,
  EVIDENCE_KINDS,
  HEALTH_KINDS,
  ok,
  type PlanChange,
  type Result,
} from "@strideiq/engine";
import { z } from "zod";
import { type DocumentProblem, problemsOf, tooDeep } from "./document-problems.ts";
import {
  CalendarDateDocument,
  MetresDocument,
  SecondsDocument,
  WeekdayDocument,
} from "./plan-request-document.ts";
import type { DeepReadonly, SameShape } from "./same-shape.ts";

const Id = z.string().min(1).max(100);
const date = CalendarDateDocument;
const respace = z.literal(true).exactOptional();

/** What an athlete wants otherwise. */
export const ChangedWishDocument = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("move"), session: Id, to: date, respace }),
  z.strictObject({ kind: z.literal("swap"), days: z.tuple([date, date]), respace }),
  z.strictObject({ kind: z.literal("block_days"), days: z.array(date).min(1).max(366) }),
  z.strictObject({ kind: z.literal("pause"), first: date, last: date, raceDate: date.exactOptional() }),
  z.strictObject({
    kind: z.literal("repeat_week"),
    week: z.int().min(1).max(60),
    raceDate: date.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("long_run_day"), weekday: WeekdayDocument }),
  z.strictObject({ kind: z.literal("race_date"), date }),
  z.strictObject({ kind: z.literal("adapt") }),
  z.strictObject({ kind: z.literal("resume") }),
]);

const SessionDoneDocument = z.union([
  z.strictObject({ session: Id, status: z.literal("skipped") }),
  z.strictObject({
    session: Id,
    status: z.literal("done"),
    metres: MetresDocument,
    seconds: SecondsDocument,
  }),
]);

/** What was run since the last change, and what was told of pain, illness and form. */
export const DoneDocument = z.strictObject({
  sessions: z.array(SessionDoneDocument).max(500).default([]),
  extra: z
    .array(z.strictObject({ date, metres: MetresDocument, seconds: SecondsDocument }))
    .max(500)
    .default([]),
  health: z
    .strictObject({ kind: z.enum(HEALTH_KINDS), date })
    .nullable()
    .default(null),
  evidence: z
    .array(z.strictObject({ kind: z.enum(EVIDENCE_KINDS), date }))
    .max(100)
    .default([]),
});

/** One change of a plan, as its document remembers it. */
export const PlanChangeDocument = z
  .strictObject({
    from: date,
    wish: ChangedWishDocument,
    movedFrom: date.nullable(),
    done: DoneDocument.nullable(),
    rpi: z.number().min(1).max(120).nullable(),
    idsGiven: z.int().min(0),
  })
  .meta({ id: "PlanChange" });

true satisfies SameShape<DeepReadonly<z.output<typeof DoneDocument>>, Done>;
true satisfies SameShape<DeepReadonly<z.output<typeof PlanChangeDocument>>, PlanChange>;

const DEPTH_MAX = 6;

/** Reads what was done; every problem names its field. */
export function parseDone(json: unknown): Result<Done, readonly DocumentProblem[]> {
  if (tooDeep(json, DEPTH_MAX))
    return err([{ path: "", message: `The document nests deeper than ${String(DEPTH_MAX)} levels.` }]);
  const parsed = DoneDocument.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(problemsOf(parsed.error, json));
}
