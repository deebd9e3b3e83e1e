import { dosesOf } from "../plan/doses.ts";
import { loadOf, loadWeightsOf } from "../plan/load.ts";
import type { SessionOption, Step } from "../plan/plan.ts";
import { isRepeat } from "../plan/plan.ts";
import { isFamiliarWay, type Offered, wayOf } from "../plan/offered.ts";
import { groundOf, UNHURRIED } from "../plan/pieces.ts";
import type { QualityRules } from "../rulebook/quality-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import { type LadderFacts, recut, type Work } from "./ladder.ts";
import type { Pacing } from "./pacing.ts";
import type { DraftSession } from "./session.ts";

/** Where a session stands: what its partners must fit. */
export interface OptionFacts extends Omit<LadderFacts, "stimulus" | "longRun"> {
  /** What the plan has offered before, where nothing else may come any more (law T5); null where anything may. */
  readonly offered: Offered | null;
}

/** Writes a session around other work, at the distance of the first. */
type Frame = (work: Work) => DraftSession;

/**
 * Another way to the same effort: a partner from the library with the same minutes of work, or where none
 * fits the same session on trails, by effort. The two differ in kind and hardly in load (laws O1, O2).
 */
export function optionBOf(
  work: Work,
  session: DraftSession,
  facts: OptionFacts,
  frame: Frame,
  pacing: Pacing,
  rulebook: Rulebook,
): SessionOption {
  for (const id of work.definition.partners) {
    const partner = rulebook.workouts.find((workout) => workout.id === id);
    if (partner === undefined || !mayStandFor(partner, work.definition, facts)) continue;
    const other = recut(partner, work.workSeconds, rulebook.quality.optionWorkShare, pacing);
    if (other === null) continue;
    const option = frame(other);
    if (
      isNear(option, session, rulebook.quality) &&
      staysLong(option, session, facts, rulebook) &&
      isEqual(work, other) &&
      differs(option, session) &&
      isKnown(option, facts, rulebook) &&
      loadsAlike(option, session, facts, pacing, rulebook)
    )
      return asOption(option);
  }
  return onTrails(session);
}

const mayStandFor = (partner: WorkoutDefinition, first: WorkoutDefinition, facts: OptionFacts): boolean =>
  partner.stimulus === first.stimulus &&
  partner.title !== first.title &&
  // Law T5: the taper and the last days before the race bring no new kind of session, by no option.
  ((facts.phase !== "taper" && facts.offered === null) || partner.kind === first.kind) &&
  (partner.surface !== first.surface || partner.structure !== first.structure) &&
  partner.phases.includes(facts.phase) &&
  partner.distances.includes(facts.distance) &&
  partner.tiers.includes(facts.tier);

/** Long runs may hardly differ in distance: it is what they are for. */
function isNear(option: DraftSession, session: DraftSession, rules: QualityRules): boolean {
  const share = session.kind === "long" ? rules.optionLongMetresShare : rules.optionMetresShare;
  return Math.abs(option.metres - session.metres) <= session.metres * share;
}

/** Law L1: a long run that is as long as a runner needs is so by either option. */
function staysLong(
  option: DraftSession,
  session: DraftSession,
  { distance }: OptionFacts,
  { laws: { L1 } }: Rulebook,
): boolean {
  if (session.kind !== "long") return true;
  const leasts = [
    L1.floorMetres[distance],
    L1.builderFloorMetres[distance],
    ...Object.values(L1.tierMetresMin[distance]),
  ];
  return leasts.every((least) => session.metres < least || option.metres >= least);
}

/** Law T5: so late no option goes over new ground, or in pieces much longer than any before. */
const isKnown = (option: DraftSession, { distance, offered }: OptionFacts, { laws }: Rulebook): boolean =>
  offered === null ||
  isFamiliarWay(
    wayOf(option, { distance, kind: option.kind, words: laws.H1 }),
    offered,
    laws.T5.pieceShareMax,
  );

const isEqual = (a: Work, b: Work): boolean => a.mainZone === b.mainZone;

/** Law O1: easy running, jogs and walks count as well, so equal minutes of work are not yet equal load. */
function loadsAlike(
  option: DraftSession,
  session: DraftSession,
  { distance }: OptionFacts,
  { paces, estimated }: Pacing,
  { laws, quality }: Rulebook,
): boolean {
  const weights = loadWeightsOf(estimated ? null : paces, laws.O1.weights);
  const load = ({ kind, steps }: DraftSession): number =>
    loadOf({ doses: dosesOf(steps, { distance, kind, words: laws.H1 }) }, weights);
  const first = load(session);
  return Math.abs(load(option) - first) <= first * quality.optionLoadShare;
}

/** What a runner would call another kind of session: other ground, or broken instead of continuous. */
const differs = (a: DraftSession, b: DraftSession): boolean =>
  groundOf(a.title, a.steps) !== groundOf(b.title, b.steps) ||
  isBroken(a) !== isBroken(b) ||
  a.kind !== b.kind;

const isBroken = ({ steps }: DraftSession): boolean => steps.some(isRepeat);

const asOption = ({ kind, title, workout, metres, seconds, steps }: DraftSession): SessionOption => ({
  kind,
  title,
  ...(workout === undefined ? {} : { workout }),
  metres,
  seconds,
  steps,
});

/** The same session off the road. Nothing in it changes but the ground, and that effort counts, not pace. */
export const onTrails = (session: DraftSession): SessionOption =>
  asOption({ ...session, title: `${session.title} on trails`, steps: session.steps.map(byEffort) });

/** Easy running stays easy anywhere; faster work goes by its effort, because no pace holds on a trail. */
function byEffort(step: Step): Step {
  if (isRepeat(step)) return { ...step, steps: step.steps.map(byEffort) };
  if (UNHURRIED.includes(step.zone)) return step;
  return { ...step, effort: `${step.effort ?? `${step.zone.replaceAll("_", " ")} effort`}, on trails` };
}
