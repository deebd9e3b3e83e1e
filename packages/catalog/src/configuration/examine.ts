import {
  comparePlans,
  err,
  measuresOf,
  ok,
  type PlanMeasures,
  type Result,
  type Rulebook,
  type StandardPlan,
  standardPlanName,
  standardRequest,
} from "@strideiq/engine";
import type { ConfigFile } from "../config-file.ts";
import type { ConfigProblem } from "../config-problem.ts";
import { pathText } from "../config-file.ts";
import { readRulebook, type RulebookFiles } from "../parse-rulebook.ts";
import { extendRulebook } from "../plugins/extend-rulebook.ts";
import type { PluginFiles } from "../plugins/parse-plugin.ts";
import { failureOf } from "../prove-rulebook.ts";
import { headOf, MADE_UP_ATHLETES, madeUpAthletes, RACE_DATE } from "./made-up-athletes.ts";
import { type AthleteCensus, censusOf, planFor, weigh, type WeighedAthlete } from "./weigh-athletes.ts";

/** A standard plan before and after; null where there was or is none. */
export interface ChangedPlan {
  readonly id: string;
  /** Sessions that are not what, where or as far as they were. */
  readonly sessions: number;
  /** Numbers of the weeks that are longer, shorter or of another kind. */
  readonly weeks: readonly number[];
  readonly before: PlanMeasures | null;
  readonly after: PlanMeasures | null;
  readonly examples: readonly {
    readonly title: string;
    readonly fate: string;
    readonly metresBefore: number | null;
    readonly metresAfter: number | null;
  }[];
}

export interface Examined {
  /** Why it must not be put in force; none where it may. */
  readonly problems: readonly ConfigProblem[];
  readonly plans: readonly ChangedPlan[];
  readonly athletes: AthleteCensus;
}

export interface ExaminedFiles {
  readonly draft: RulebookFiles;
  /** What is in force until now. */
  readonly standing: RulebookFiles;
  readonly plugins: readonly PluginFiles[];
}

/** How far it has come: plans made, of all that will be. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

const EXAMPLES = 5;
/** Of those who have a plan now, so many may be refused: a safer rule can cost somebody a plan, and is no mistake. */
const REFUSED_MORE_SHARE_MAX = 0.1;

/** Judges a draft by every standard plan and by made-up athletes, a plan at a time, so that others can work between. */
export function* examineConfiguration(files: ExaminedFiles): Generator<Progress, Examined> {
  const draft = readBoth(files.draft, files.plugins);
  const standing = readBoth(files.standing, files.plugins);
  if (!draft.ok) return { problems: draft.error, plans: [], athletes: censusOf([]) };
  const was = standing.ok ? standing.value.rulebook : null;
  const { rulebook, planRules } = draft.value;
  const total = rulebook.standardPlans.length + MADE_UP_ATHLETES;
  const problems: ConfigProblem[] = [];
  const plans: ChangedPlan[] = [];
  for (const [index, standard] of rulebook.standardPlans.entries()) {
    yield { done: index, total };
    const failed = failureOf(rulebook, standard, index);
    if (failed !== null)
      problems.push(
        planRules.problemAt(
          failed.path,
          `With these numbers ${failed.name} ${failed.sentence} See ${pathText(failed.path)}.`,
        ),
      );
    plans.push(...changeOf(standard, rulebook, was));
  }
  plans.push(...dropped(was, rulebook));
  const weighed: WeighedAthlete[] = [];
  for (const [index, wish] of madeUpAthletes().entries()) {
    yield { done: rulebook.standardPlans.length + index, total };
    weighed.push(weigh(headOf(wish, index), wish, { was, rulebook }));
  }
  const athletes = censusOf(weighed);
  return { problems: [...problems, ...refusals(athletes, planRules)], plans, athletes };
}

/** Standard plans that the draft does not have any more. */
function dropped(was: Rulebook | null, { standardPlans }: Rulebook): readonly ChangedPlan[] {
  const names = new Set(standardPlans.map(standardPlanName));
  const gone = (was?.standardPlans ?? []).filter((standard) => !names.has(standardPlanName(standard)));
  return gone.flatMap((standard) => {
    const before = was === null ? err(null) : planFor(standardRequest(standard, RACE_DATE), was);
    if (was === null || !before.ok) return [];
    const measures = { before: measuresOf(before.value, was), after: null };
    return [{ id: standardPlanName(standard), sessions: 0, weeks: [], ...measures, examples: [] }];
  });
}

interface Read {
  readonly rulebook: Rulebook;
  readonly planRules: ConfigFile;
}

function readBoth(
  files: RulebookFiles,
  plugins: readonly PluginFiles[],
): Result<Read, readonly ConfigProblem[]> {
  const read = readRulebook(files);
  if (!read.ok) return read;
  const extended = extendRulebook(read.value.rulebook, plugins, "was proved");
  return extended.ok ? ok({ ...read.value, rulebook: extended.value.rulebook }) : err(extended.error);
}

function changeOf(standard: StandardPlan, rulebook: Rulebook, was: Rulebook | null): readonly ChangedPlan[] {
  const id = standardPlanName(standard);
  const old = was?.standardPlans.find((plan) => standardPlanName(plan) === id);
  const after = planFor(standardRequest(standard, RACE_DATE), rulebook);
  const before =
    was === null || old === undefined ? err(null) : planFor(standardRequest(old, RACE_DATE), was);
  const measures = {
    before: was !== null && before.ok ? measuresOf(before.value, was) : null,
    after: after.ok ? measuresOf(after.value, rulebook) : null,
  };
  if (!before.ok || !after.ok)
    return before.ok === after.ok ? [] : [{ id, sessions: 0, weeks: [], ...measures, examples: [] }];
  const { sessions, weeks } = comparePlans(before.value, after.value);
  if (sessions.length === 0 && weeks.length === 0) return [];
  return [
    {
      id,
      sessions: sessions.length,
      weeks: weeks.map(({ week }) => week),
      ...measures,
      examples: sessions.slice(0, EXAMPLES).map(({ title, fate, metresBefore, metresAfter }) => ({
        title,
        fate,
        metresBefore,
        metresAfter,
      })),
    },
  ];
}

function refusals(
  { served, servedBefore, asked }: AthleteCensus,
  file: ConfigFile,
): readonly ConfigProblem[] {
  const more = servedBefore - served;
  if (more <= servedBefore * REFUSED_MORE_SHARE_MAX) return [];
  const sentence = `Of ${String(asked)} made-up athletes ${String(servedBefore)} have a plan now and ${String(served)} would.`;
  return [file.problemAt([], `${sentence} Rules that refuse so many more are not put in force.`)];
}
