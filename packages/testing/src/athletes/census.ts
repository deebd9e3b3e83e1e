import { type LawVerdict, type PlanRequest, type Rulebook } from "@strideiq/engine";
import type { Audit } from "./audit.ts";
import { isBeyondTheLaws, isPromised } from "./promise.ts";
import { volumeClassOf } from "./volume-class.ts";

type Counts = Readonly<Record<string, number>>;

/** What many athletes got, counted. Two censuses add up to that of all their athletes. */
export interface Census {
  /** `athletes`, `plans`, `refused`, `lawsRun`, `promised`, `promisedButBeyondTheLaws`. */
  readonly totals: Counts;
  readonly athletesByVolume: Counts;
  readonly refusedByReason: Counts;
  /** By `reasonInClass`. */
  readonly refusedByReasonInVolume: Counts;
  /** Plans that a law had something to say of, and plans that it flagged. */
  readonly plansJudgedByLaw: Counts;
  readonly plansFlaggedByLaw: Counts;
  readonly faults: Counts;
}

export const NOBODY: Census = {
  totals: {},
  athletesByVolume: {},
  refusedByReason: {},
  refusedByReasonInVolume: {},
  plansJudgedByLaw: {},
  plansFlaggedByLaw: {},
  faults: {},
};

/** The law or the horizon, and the field of the wish that would have to give way: `E1 weeklyMetres`. */
const reasonOf = ({ law, field }: { readonly law: string; readonly field: string }): string =>
  `${law} ${field}`;

/** The key of a reason among the athletes of a volume class. */
export const reasonInClass = (reason: string, volumeClass: string): string => `${reason} | ${volumeClass}`;

/** The census of a single athlete. */
export function censusOf(request: PlanRequest, { answer, faults }: Audit, rulebook: Rulebook): Census {
  const volume = volumeClassOf(request);
  const promised = isPromised(request, rulebook);
  const verdicts = answer?.ok === true ? answer.value.certificate.laws : [];
  const reasons = answer?.ok === false ? [reasonOf(answer.error)] : [];
  return {
    totals: {
      athletes: 1,
      plans: answer?.ok === true ? 1 : 0,
      refused: reasons.length,
      lawsRun: verdicts.length,
      promised: promised ? 1 : 0,
      promisedButBeyondTheLaws: promised && reasons.length > 0 && isBeyondTheLaws(request, rulebook) ? 1 : 0,
    },
    athletesByVolume: { [volume]: 1 },
    refusedByReason: tally(reasons),
    refusedByReasonInVolume: tally(reasons.map((reason) => reasonInClass(reason, volume))),
    plansJudgedByLaw: tally(idsOf(verdicts, (verdict) => verdict !== "not_applicable")),
    plansFlaggedByLaw: tally(idsOf(verdicts, (verdict) => verdict === "flag")),
    faults: tally(faults.map(({ kind }) => kind)),
  };
}

const idsOf = (
  verdicts: readonly LawVerdict[],
  belongs: (verdict: LawVerdict["verdict"]) => boolean,
): readonly string[] => verdicts.filter(({ verdict }) => belongs(verdict)).map(({ id }) => id);

function tally(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The census of all athletes of all the given ones. */
export function sumOfCensuses(censuses: readonly Census[]): Census {
  const sum = (pick: (census: Census) => Counts): Counts => {
    const total: Record<string, number> = {};
    for (const census of censuses)
      for (const [name, count] of Object.entries(pick(census))) total[name] = (total[name] ?? 0) + count;
    return total;
  };
  return {
    totals: sum((census) => census.totals),
    athletesByVolume: sum((census) => census.athletesByVolume),
    refusedByReason: sum((census) => census.refusedByReason),
    refusedByReasonInVolume: sum((census) => census.refusedByReasonInVolume),
    plansJudgedByLaw: sum((census) => census.plansJudgedByLaw),
    plansFlaggedByLaw: sum((census) => census.plansFlaggedByLaw),
    faults: sum((census) => census.faults),
  };
}

/** Names with their counts, the commonest first. */
export const commonestFirst = (counts: Counts): readonly (readonly [name: string, count: number])[] =>
  Object.entries(counts).toSorted(([a, left], [b, right]) => right - left || a.localeCompare(b));
