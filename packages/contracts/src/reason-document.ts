import {
  type Adjustment,
  LONG_RUN_INSIDES,
  PHASES,
  type Reason,
  SESSION_KINDS,
  STRESSES,
  STIMULI,
  STRUCTURES,
  SURFACES,
  FUELLING_NEEDS,
  type WorkoutCard,
  ZONES,
} from "@strideiq/engine";
import { z } from "zod";
import { MetresDocument, SecondsDocument, WeekdayDocument } from "./plan-request-document.ts";
import type { DeepReadonly, SameShape } from "./same-shape.ts";

const Word = z.string().min(1).max(100);
const Sentence = z.string().max(500);
const Metres = MetresDocument;
const Seconds = SecondsDocument;
const PaceSeconds = z.number().min(0).max(3600);
const Count = z.int().min(0).max(1000);
/** Shares of one; a first week may be several times of what was run before. */
const Share = z.number().min(-10).max(100);
const Days = z.int().min(-60).max(500);
const Value = z.union([z.number(), Sentence]).nullable();

const WISHES = [
  "days_per_week",
  "weekly_metres",
  "long_run_day",
  "horizon",
  "long_run",
  "quality",
  "base_block",
  "finish",
  "tier",
  "tier_peak",
  "tier_long_run",
  "recovery_hours",
  "break",
  "break_to_race",
  "health",
  "run_walk",
  "taper",
] as const satisfies readonly Adjustment["wish"][];

const adjustment = { wish: z.enum(WISHES), law: Word, asked: Value, given: Value };

export const AdjustmentDocument = z.strictObject(adjustment);

true satisfies SameShape<DeepReadonly<z.output<typeof AdjustmentDocument>>, Adjustment>;

const byLaw = <Kind extends string, Law extends string, Shape extends z.core.$ZodShape>(
  kind: Kind,
  laws: readonly Law[],
  shape: Shape,
) => z.strictObject({ kind: z.literal(kind), law: z.literal(laws), ...shape });

const byRule = <Kind extends string, Rule extends string, Shape extends z.core.$ZodShape>(
  kind: Kind,
  rule: Rule,
  shape: Shape,
) => z.strictObject({ kind: z.literal(kind), rule: z.literal(rule), ...shape });

const byWish = <Kind extends string, Wish extends string, Shape extends z.core.$ZodShape>(
  kind: Kind,
  wishes: readonly Wish[],
  shape: Shape,
) => z.strictObject({ kind: z.literal(kind), wish: z.literal(wishes), ...shape });

const effort = z.enum(STRESSES);
const zone = z.enum(ZONES);
const phase = z.enum(PHASES);
const weekday = WeekdayDocument;
const neighbour = z.strictObject({ session: z.enum(SESSION_KINDS), weekday, metres: Metres, days: Count });

const PHASE_REASONS = [
  byRule("phase_purpose", "program", {
    phase,
    sessions: z.array(z.strictObject({ effort, count: Count })).max(10),
  }),
  byRule("phase_length", "mesocycles", {
    phase,
    weeks: Count,
    weeksBeforeTaper: Count,
    share: Share,
    usualShare: Share,
  }),
  byLaw("base_first", ["E1"], { weeks: Count, weeklyMetres: Metres, entryMetres: Metres }),
  byLaw("easy_base", ["I5"], { easyShare: Share }),
  byLaw("block_grows", ["I6"], { sessions: Count, firstSeconds: Seconds, mostSeconds: Seconds }),
  byLaw("peak_week", ["V8"], { week: Count, metres: Metres, weeksToRace: Days }),
  byLaw("taper_length", ["T1"], { weeks: Count, weeksMin: Count, weeksMax: Count, weeksAim: Count }),
  byLaw("taper_falls", ["T2"], { peakMetres: Metres, weekMetres: z.array(Metres).max(60) }),
  byLaw("no_result", ["I10"], {}),
  byLaw("masters", ["V5"], {
    age: Count,
    fromAge: Count,
    streakAim: z.exactOptional(Count),
    streakMax: Count,
  }),
  byLaw("days_kept", ["S5"], {
    unavailable: z.array(weekday).max(7),
    limits: z.array(z.strictObject({ weekday, seconds: Seconds })).max(7),
  }),
] as const;

const WEEK_REASONS = [
  byLaw("first_week", ["V4"], { metres: Metres, knownMetres: Metres.nullable() }),
  byLaw("build_week", ["V2"], { metres: Metres, lastMetres: Metres, growth: Share }),
  byLaw("resumed_week", ["V6"], { metres: Metres, lastBuildMetres: Metres, share: Share }),
  byLaw("cutback_week", ["V5"], {
    metres: Metres,
    buildMetres: Metres,
    depth: Share,
    streak: Count,
    streakMax: Count,
    age: Count.nullable(),
  }),
  byLaw("taper_week", ["T2"], { metres: Metres, peakMetres: Metres, share: Share, weeksToRace: Days }),
  byLaw("race_week", ["T2"], { metres: Metres, peakMetres: Metres, share: Share, raceMetres: Metres }),
  byLaw("tune_up_week", ["H5"], { raceMetres: Metres, daysToRace: Days }),
  byRule("return_week", "return", { metres: Metres, lastMetres: Metres.nullable() }),
  byLaw("week_after_break", ["C2"], {
    metres: Metres,
    days: Days,
    easyRuns: Count,
    lastMetres: Metres.nullable(),
    share: Share.nullable(),
  }),
  byLaw("long_step", ["L8"], {
    metres: Metres,
    step: Count,
    steps: Count,
    lastMetres: Metres.nullable(),
    peakMetres: Metres,
  }),
  byRule("hard_long_run", "quality", {
    effort,
    workSeconds: Seconds,
    metres: Metres,
    runDays: Count,
    hardDays: Count,
  }),
  byLaw("week_mix", ["I1"], {
    metres: Metres,
    easyShare: Share,
    hardDays: Count,
    efforts: z.array(effort).max(20),
  }),
] as const;

const KEY_SESSION_REASONS = [
  byLaw("the_race", ["S1"], { metres: Metres, weeks: Count, trainedMetres: Metres, longestMetres: Metres }),
  byRule("race_pacing", "race_day", {
    metres: Metres,
    firstMetres: Metres,
    seconds: Seconds.nullable(),
    secondsPerKm: PaceSeconds.nullable(),
    firstSecondsPerKm: PaceSeconds.nullable(),
  }),
  byRule("race_fuelling", "race_day", {
    seconds: Seconds,
    need: z.enum(FUELLING_NEEDS),
    gramsPerHour: z.strictObject({ min: Count, max: Count }),
  }),
  byLaw("race_after_break", ["C2"], {
    metres: Metres,
    breakDays: Count,
    daysBack: Count,
    hasBase: z.boolean(),
  }),
  byLaw("tune_up_race", ["H5"], { metres: Metres, daysToRace: Days }),
  byLaw("block_step", ["I6", "I7", "I8", "I4"], {
    effort,
    zone,
    isLong: z.boolean(),
    step: Count,
    steps: Count,
    workSeconds: Seconds,
    workMetres: Metres,
    weekMetres: Metres,
    share: Share,
    pieceSeconds: Seconds,
    last: z.strictObject({ workSeconds: Seconds, pieceSeconds: Seconds }).nullable(),
  }),
  byLaw("light_session", ["V5", "T4"], {
    effort,
    zone,
    workSeconds: Seconds,
    usualSeconds: Seconds.nullable(),
  }),
  byLaw("rehearsal", ["I7"], { workMetres: Metres, raceMetres: Metres, daysToRace: Days }),
  byLaw("spaced_day", ["H1"], { weekday, before: neighbour.nullable(), after: neighbour.nullable() }),
  byWish("moved_session", ["move", "swap"], { weekday, from: weekday }),
  byWish("wished_day", ["longRunDay"], { weekday }),
  byLaw("day_limit", ["S5"], { weekday, seconds: Seconds, limitSeconds: Seconds }),
  byLaw("long_share", ["L5"], { metres: Metres, weekMetres: Metres, share: Share }),
  byLaw("long_hours", ["L6"], { seconds: Seconds, limitSeconds: Seconds }),
  byLaw("long_inside", ["L9"], { inside: z.enum(LONG_RUN_INSIDES), workSeconds: Seconds }),
  byLaw("long_cutback", ["V5"], { metres: Metres, lastMetres: Metres, share: Share }),
  byLaw("long_taper", ["L4"], { metres: Metres, peakMetres: Metres, share: Share, daysToRace: Days }),
] as const;

const EASY_SESSION_REASONS = [
  byLaw("easy_after", ["L7", "H1"], { after: neighbour }),
  byLaw("easy_before", ["H1", "L2"], { before: neighbour }),
  byLaw("easy_distance", ["I1"], { metres: Metres, weekMetres: Metres, easyShare: Share }),
  byLaw("second_longest", ["L2"], { metres: Metres, longRunMetres: Metres, share: Share }),
  byRule("strides", "touches", { pieces: Count, pieceSeconds: Seconds, isUphill: z.boolean() }),
  byLaw("taper_touch", ["T4"], { workSeconds: Seconds, daysToRace: Days }),
  byLaw("race_eve", ["S2"], { metres: Metres }),
  byRule("beside_running", "beside_running", { seconds: Seconds }),
] as const;

const REST_REASONS = [
  byWish("rest_not_free", ["unavailable", "dayLimits", "block_days", "pause"], {
    weekday,
    limitSeconds: Seconds.nullable(),
  }),
  byLaw("rest_after", ["L7", "H1"], { after: neighbour }),
  byLaw("rest_before", ["S2", "H1"], { before: neighbour }),
  byLaw("rest_days", ["S4"], { runDays: Count, askedDays: Count }),
  byLaw("rest_after_race", ["S1"], { days: Count }),
] as const;

/** Why something stands in a plan: what decided, and the numbers that went in. */
const ReasonDocument = z
  .discriminatedUnion("kind", [
    ...PHASE_REASONS,
    ...WEEK_REASONS,
    ...KEY_SESSION_REASONS,
    ...EASY_SESSION_REASONS,
    ...REST_REASONS,
    z.strictObject({ kind: z.literal("adjusted"), ...adjustment }),
  ])
  .meta({ id: "Reason" });

true satisfies SameShape<DeepReadonly<z.output<typeof ReasonDocument>>, Reason>;

export const WhyDocument = z.array(ReasonDocument).max(20);

export const WorkoutCardDocument = z
  .strictObject({
    title: Sentence,
    purpose: Sentence,
    feel: Sentence,
    stimulus: z.enum(STIMULI).nullable(),
    structure: z.enum(STRUCTURES),
    surface: z.enum(SURFACES),
    fuelling: z
      .strictObject({
        need: z.enum(FUELLING_NEEDS),
        fromSeconds: Seconds,
        gramsPerHour: z.strictObject({ min: z.number().min(0).max(500), max: z.number().min(0).max(500) }),
      })
      .nullable(),
  })
  .meta({ id: "WorkoutCard" });

true satisfies SameShape<DeepReadonly<z.output<typeof WorkoutCardDocument>>, WorkoutCard>;
