import {
  attemptPlan,
  checkRequest,
  comparePlans,
  err,
  ok,
  type Plan,
  type PlanRequest,
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
import { MADE_UP_ATHLETES, madeUpAthletes, RACE_DATE } from "./made-up-athletes.ts";

/** A standard plan before and after. */
export interface ChangedPlan {
  readonly id: string;
  /** Sessions that are not what, where or as far as they were. */
  readonly sessions: number;
  /** Numbers of the weeks that are longer, shorter or of another kind. */
  readonly weeks: readonly number[];
  /** Distance of the highest week; 0 where there was or is no plan. */
  readonly peakMetresBefore: number;
  readonly peakMetresAfter: number;
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
  readonly athletes: {
    readonly asked: number;
    readonly served: number;
    readonly servedBefore: number;
    /** Those who would be given another plan. */
    readonly changed: number;
  };
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
  if (!draft.ok) return { problems: draft.error, plans: [], athletes: NOBODY };
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
  const athletes = { ...NOBODY };
  for (const [index, wish] of madeUpAthletes().entries()) {
    yield { done: rulebook.standardPlans.length + index, total };
    const [before, after] = [was === null ? null : planFor(wish, was), planFor(wish, rulebook)];
    athletes.asked += 1;
    if (before !== null) athletes.servedBefore += 1;
    if (after !== null) athletes.served += 1;
    if (before !== null && after !== null && isOther(before, after)) athletes.changed += 1;
  }
  return { problems: [...problems, ...refusals(athletes, planRules)], plans, athletes };
}

const NOBODY = { asked: 0, served: 0, servedBefore: 0, changed: 0 };

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

function planFor(wish: PlanRequest, rulebook: Rulebook): Plan | null {
  const request = checkRequest(wish, rulebook);
  if (!request.ok) return null;
  const plan = attemptPlan(request.value, rulebook);
  return plan.ok ? plan.value : null;
}

function changeOf(standard: StandardPlan, rulebook: Rulebook, was: Rulebook | null): readonly ChangedPlan[] {
  const id = standardPlanName(standard);
  const old = was?.standardPlans.find((plan) => standardPlanName(plan) === id);
  const after = planFor(standardRequest(standard, RACE_DATE), rulebook);
  const before = was === null || old === undefined ? null : planFor(standardRequest(old, RACE_DATE), was);
  const peaks = { peakMetresBefore: peakOf(before), peakMetresAfter: peakOf(after) };
  if (before === null || after === null)
    return before === after ? [] : [{ id, sessions: 0, weeks: [], ...peaks, examples: [] }];
  const { sessions, weeks } = comparePlans(before, after);
  if (sessions.length === 0 && weeks.length === 0) return [];
  return [
    {
      id,
      sessions: sessions.length,
      weeks: weeks.map(({ week }) => week),
      ...peaks,
      examples: sessions.slice(0, EXAMPLES).map(({ title, fate, metresBefore, metresAfter }) => ({
        title,
        fate,
        metresBefore,
        metresAfter,
      })),
    },
  ];
}

const peakOf = (plan: Plan | null): number =>
  plan === null ? 0 : Math.max(...plan.weeks.map(({ targetMetres }) => targetMetres));

function isOther(before: Plan, after: Plan): boolean {
  const { sessions, weeks } = comparePlans(before, after);
  return sessions.length > 0 || weeks.length > 0;
}

function refusals(
  { served, servedBefore, asked }: Examined["athletes"],
  file: ConfigFile,
): readonly ConfigProblem[] {
  const more = servedBefore - served;
  if (more <= servedBefore * REFUSED_MORE_SHARE_MAX) return [];
  const sentence = `Of ${String(asked)} made-up athletes ${String(servedBefore)} have a plan now and ${String(served)} would.`;
  return [file.problemAt([], `${sentence} Rules that refuse so many more are not put in force.`)];
}
