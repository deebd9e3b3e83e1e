import {
  type ConfigurationChecks,
  type ConfigurationFindings,
  type ConfigurationStore,
  type ConfigurationVersion,
  NO_ATHLETES,
} from "./ports.ts";

/** Judges a draft beside what is in force, a plan at a time, and says how far it has come. */
export type ExamineConfiguration = (
  draft: ConfigurationVersion,
  standing: ConfigurationVersion,
) => AsyncGenerator<{ readonly done: number; readonly total: number }, ConfigurationFindings, undefined>;

export interface CheckConfigurationDeps {
  readonly store: Pick<ConfigurationStore, "find" | "findPublished">;
  readonly checks: Pick<ConfigurationChecks, "find" | "noteProgress" | "finish">;
  readonly examine: ExamineConfiguration;
}

export type CheckConfiguration = (id: number) => Promise<void>;

/** Plans between two notes of how far it has come. */
const PLANS_A_NOTE = 8;

/**
 * Judges a draft as it stands, and keeps what was found. It may run twice. A draft that is changed meanwhile is not
 * judged to the end: its check is asked for anew.
 */
export const createCheckConfiguration =
  ({ store, checks, examine }: CheckConfigurationDeps): CheckConfiguration =>
  async (id) => {
    const [check, draft, standing] = [
      await checks.find(id),
      await store.find(id),
      await store.findPublished(),
    ];
    if (check === undefined || draft === undefined || standing === undefined) return;
    if (check.revision !== draft.revision || check.findings !== null) return;
    const { revision } = check;
    const work = examine(draft, standing);
    for (let step = await work.next(); ; step = await work.next()) {
      if (step.done === true) {
        await checks.finish(id, revision, step.value);
        return;
      }
      const { done, total } = step.value;
      if (done % PLANS_A_NOTE === 0 && !(await checks.noteProgress(id, revision, done, total))) break;
    }
    await work.return(NOTHING_FOUND);
  };

/** Of a check that is not wanted any more: it is kept nowhere. */
const NOTHING_FOUND: ConfigurationFindings = { problems: [], plans: [], athletes: NO_ATHLETES };

/** Ends a check that broke down time after time, so that nobody waits for it for ever. */
export const createGiveUpCheck =
  ({ checks }: Pick<CheckConfigurationDeps, "checks">) =>
  async (id: number, problem: unknown): Promise<void> => {
    const check = await checks.find(id);
    if (check === undefined) return;
    const message = `The check broke down: ${problem instanceof Error ? problem.message : String(problem)}`;
    const place = { file: "plan_rules.yaml", line: 1, column: 1, path: "" };
    await checks.finish(id, check.revision, { ...NOTHING_FOUND, problems: [{ ...place, message }] });
  };
