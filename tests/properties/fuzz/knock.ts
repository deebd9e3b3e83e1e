import { PlanWish, problemsOf, requestOfWish } from "@strideiq/contracts";
import { checkRequest, generatePlan, type PlanRequest, type Refusal, type Rulebook } from "@strideiq/engine";
import { type FaultKind, faultsOf, repetitionFaults } from "@strideiq/testing";
import { explainRefusal, explainRequestProblem, planText } from "@strideiq/wording";
import type { Arrival } from "./wishes.ts";

/** How far a wish came: sent back at the schema, by the gate of the engine, refused with a plan, or planned. */
export type Outcome = "schema" | "gate" | "refused" | "planned";

export interface Knock {
  readonly outcome: Outcome;
  /** What is wrong with the answer; empty when an athlete can work with it. */
  readonly complaints: readonly string[];
  /** Refused without a plan to fall back on. */
  readonly withoutNearest: boolean;
}

/** As the API does it: schema, request, gate, plan, words. An exception here is a failed test. */
export function knock({ today, wish }: Arrival, rulebook: Rulebook, twice: boolean): Knock {
  const read = PlanWish.safeParse(wish);
  if (!read.success) {
    const problems = problemsOf(read.error, wish);
    return knocked("schema", sentencesAmiss(problems.map(({ message }) => message)));
  }
  const raceMetres = {
    "5k": 5000,
    "10k": 10_000,
    half_marathon: 21_097.5,
    marathon: 42_195,
  };
  return knockWith({ ...requestOfWish(read.data, { timeZone: "UTC", raceMetres }), today }, rulebook, twice);
}

/** The promise of a plan is made to those whose wish does not contradict itself. */
const OF_SENSIBLE_WISHES: readonly FaultKind[] = ["broken_promise", "impossible_plan"];

/** Counted by themselves, by who it was. */
const COUNTED_APART: readonly FaultKind[] = ["without_nearest"];

const knocked = (outcome: Outcome, complaints: readonly string[]): Knock => ({
  outcome,
  complaints,
  withoutNearest: false,
});

/** The part of the way that page and command line share. */
export function knockWith(request: PlanRequest, rulebook: Rulebook, twice: boolean): Knock {
  const checked = checkRequest(request, rulebook);
  if (!checked.ok) {
    const told = checked.error.map((problem) => explainRequestProblem(problem, request.units));
    const nameless = told.filter(({ field }) => !(field in request)).map(({ field }) => `no field ${field}`);
    return knocked("gate", [...nameless, ...sentencesAmiss(told.map(({ message }) => message))]);
  }
  const answer = generatePlan(checked.value, rulebook);
  const found = [
    ...faultsOf(request, answer, rulebook),
    ...(twice ? repetitionFaults(request, answer, rulebook) : []),
  ];
  const faults = found
    .filter(({ kind }) => ![...OF_SENSIBLE_WISHES, ...COUNTED_APART].includes(kind))
    .map(({ kind, detail }) => `${kind} ${detail}`);
  if (answer.ok) {
    const text = planText(answer.value, { units: request.units, width: 100, colour: false });
    return knocked("planned", [...faults, ...wordsAmiss(text)]);
  }
  const complaints = [...faults, ...refusalAmiss(answer.error, request, rulebook)];
  return { outcome: "refused", complaints, withoutNearest: answer.error.nearest === null };
}

function refusalAmiss(refusal: Refusal, request: PlanRequest, rulebook: Rulebook): readonly string[] {
  const { law, field, measured, limit, nearest } = refusal;
  const { reason, instead } = explainRefusal(refusal, request.units);
  return [
    ...(field in request ? [] : [`${law} names no field of the wish: ${field}`]),
    ...(measured === null || limit === null ? [`${law} ${field} tells no number`] : []),
    ...(nearest !== null && !checkRequest(nearest.request, rulebook).ok
      ? ["the nearest wish makes no sense"]
      : []),
    ...sentencesAmiss([reason, instead]),
  ];
}

const SENTENCE_LENGTH_MAX = 500;

/** Sentences that are missing, endless, or made of what no person says. */
export const sentencesAmiss = (sentences: readonly string[]): readonly string[] =>
  sentences.length === 0
    ? ["refused without a word"]
    : sentences.flatMap((sentence) => [
        ...(sentence.length > SENTENCE_LENGTH_MAX ? [`a sentence of ${sentence.length} characters`] : []),
        ...(sentence === "" ? ["an empty sentence"] : []),
        ...(/\bundefined\b|\[object |function /.test(sentence)
          ? [`a sentence that nobody says: ${sentence}`]
          : []),
      ]);

const wordsAmiss = (text: string): readonly string[] =>
  /\bNaN\b|\bundefined\b|\bInfinity\b|\[object /.test(text) ? ["a page with words that nobody says"] : [];
