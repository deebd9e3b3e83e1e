import type { LawLimits, Rulebook, Rung, WorkoutDefinition } from "@strideiq/engine";
import type { ConfigPath } from "./config-file.ts";
import { contradictionAt, type Contradictions } from "./contradiction.ts";

type Check = (workout: WorkoutDefinition, at: ConfigPath, rulebook: Rulebook) => Contradictions;

/** What no single workout shows: partners that are none, growth that has no room, phases that forbid it. */
export const libraryContradictions = (rulebook: Rulebook): Contradictions =>
  rulebook.workouts.flatMap((workout, index) =>
    CHECKS.flatMap((check) => check(workout, ["workouts", index], rulebook)),
  );

const uniqueId: Check = ({ id }, at, { workouts }) =>
  workouts.findIndex((other) => other.id === id) === at[1]
    ? []
    : contradictionAt([...at, "id"], `is ${id}, and another workout has that id`);

const longRunsAreLong: Check = ({ kind, longRun }, at) =>
  (kind === "long") === (longRun !== null)
    ? []
    : contradictionAt([...at, "longRun"], "is set for the kind long, and only for it");

const longSessionsAreFuelled: Check = ({ kind, fuelling }, at) =>
  fuelling === null && (kind === "long" || kind === "medium_long")
    ? contradictionAt(
        at,
        `is of the kind ${kind}, which may outlast fuelling.fromSeconds, and has no fuelling`,
      )
    : [];

const partnersMatch: Check = (workout, at, { workouts }) =>
  workout.partners.flatMap((id, index) => {
    const complaint = partnerComplaint(workout, id, workouts);
    return complaint === null ? [] : contradictionAt([...at, "partners", index], `is ${id}, ${complaint}`);
  });

const optionsAreOffered: Check = ({ id, role }, at, { workouts }) =>
  role !== "option" || workouts.some((other) => other.id !== id && other.partners.includes(id))
    ? []
    : contradictionAt(at, `is the option ${id}, and no workout names it among its partners`);

const kindsFitPhases: Check = ({ kind, phases }, at, { laws }) =>
  phases.flatMap((phase, index) =>
    isAllowed(kind, phase, laws)
      ? []
      : contradictionAt(
          [...at, "phases", index],
          `is ${phase}, where laws.S7.kinds has no session of the kind ${kind}`,
        ),
  );

const progressHasRoom: Check = ({ progress, rungs }, at) => {
  const hasRoom = ROOM[progress];
  return hasRoom === undefined || rungs.length === 0 || hasRoom(rungs)
    ? []
    : contradictionAt([...at, "progress"], `is ${progress}, and no rung leaves room for it`);
};

/** Whoever reads the plan, a law or a runner, knows the ground from its words. */
const groundIsSaid: Check = (workout, at) => {
  const ground = groundOf(workout);
  const texts = [workout.title, ...workout.rungs.flatMap(({ set }) => set.map(({ effort = "" }) => effort))];
  return ground === "any" || texts.some((text) => WORDS_OF_GROUND[ground].test(text))
    ? []
    : contradictionAt([...at, "surface"], `is ${ground}, and neither the title nor an effort says so`);
};

const CHECKS: readonly Check[] = [
  uniqueId,
  longRunsAreLong,
  longSessionsAreFuelled,
  partnersMatch,
  optionsAreOffered,
  kindsFitPhases,
  progressHasRoom,
  groundIsSaid,
];

type Ground = Exclude<WorkoutDefinition["surface"], "flat">;

const WORDS_OF_GROUND = { hills: /hill/i, trail: /trail/i, track: /track/i } as const satisfies Record<
  Exclude<Ground, "any">,
  RegExp
>;

/** Flat ground is any ground to a runner who has to choose between two. */
const groundOf = ({ surface }: WorkoutDefinition): Ground => (surface === "flat" ? "any" : surface);

/** Law O1 asks for the same stimulus, law O2 for another kind of session; both must be possible at all. */
function partnerComplaint(
  workout: WorkoutDefinition,
  id: string,
  workouts: readonly WorkoutDefinition[],
): string | null {
  const partner = workouts.find((other) => other.id === id);
  if (partner === undefined) return "and no workout has that id";
  if (partner.id === workout.id) return "which is the workout itself";
  if (partner.stimulus !== workout.stimulus || partner.longRun !== workout.longRun)
    return "which trains something else";
  if (partner.quality !== workout.quality) return "and only one of the two is a quality session";
  if (partner.structure === workout.structure && groundOf(partner) === groundOf(workout))
    return "which differs neither in structure nor in surface";
  if (partner.title === workout.title) return "which has the same title";
  const meets =
    overlaps(partner.phases, workout.phases) &&
    overlaps(partner.distances, workout.distances) &&
    overlaps(partner.tiers, workout.tiers);
  return meets ? null : "which shares no phase, race or tier with it";
}

const overlaps = (a: readonly string[], b: readonly string[]): boolean => a.some((item) => b.includes(item));

const isAllowed = (
  kind: WorkoutDefinition["kind"],
  phase: WorkoutDefinition["phases"][number],
  { S7 }: LawLimits,
): boolean => S7.kinds[phase].includes(kind);

const repeatsGrow = (rungs: readonly Rung[]): boolean => rungs.some(({ times }) => times.max > times.min);

const piecesGrow = (rungs: readonly Rung[]): boolean =>
  rungs.length > 1 || rungs.some(({ set }) => set.some(({ dose }) => dose === true));

/** What must vary among the rungs for each kind of growth; shorter rests need nothing. */
const ROOM: Partial<Readonly<Record<WorkoutDefinition["progress"], (rungs: readonly Rung[]) => boolean>>> = {
  repeats: repeatsGrow,
  count: (rungs) => repeatsGrow(rungs) || rungs.length > 1,
  piece_length: piecesGrow,
  minutes: (rungs) => piecesGrow(rungs) || repeatsGrow(rungs),
  distance: (rungs) => piecesGrow(rungs) || repeatsGrow(rungs),
  share: piecesGrow,
};
