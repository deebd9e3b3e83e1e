import type { CompletionAnswer, CompletionBody } from "@strideiq/contracts";
import { type Plan, type PlanWeek, withChoices } from "@strideiq/engine";

/**
 * A small change that shows at once and travels when it can: the choice of an option, or what became of
 * a session. `basis` is the revision of what was told before, 0 for nothing: if another tab told something
 * else meanwhile, nobody's words are written over unseen.
 */
export type Edit =
  | { readonly kind: "option"; readonly sessionId: string; readonly option: "a" | "b" }
  | ToldEdit
  | { readonly kind: "untold"; readonly sessionId: string; readonly basis: number };

export interface ToldEdit {
  readonly kind: "told";
  readonly sessionId: string;
  readonly told: CompletionBody;
  readonly basis: number;
}

/** What became of a session, as the page shows it. */
export type Told = Pick<CompletionAnswer, "state" | "doneOn" | "metres" | "seconds" | "effort" | "note">;
export type TalesBySession = ReadonlyMap<string, Told>;

/** Whether they say the very same; another tab's edits are read from text, and are other values each time. */
export const isSameEdit = (one: Edit, other: Edit | null): boolean =>
  other !== null && JSON.stringify(one) === JSON.stringify(other);

const isOption = ({ kind }: Edit): boolean => kind === "option";

/** A later edit of the same thing takes the place of an earlier one that has not been sent. */
export function withEdit(edits: readonly Edit[], edit: Edit, inFlight: Edit | null): readonly Edit[] {
  const isSame = (other: Edit): boolean =>
    !isSameEdit(other, inFlight) && other.sessionId === edit.sessionId && isOption(other) === isOption(edit);
  return [...edits.filter((other) => !isSame(other)), edit];
}

/**
 * The plan as it will be once all edits have arrived. Weeks that no edit touches stay the very same values:
 * what does not change is not drawn again.
 */
export function planWithEdits(plan: Plan, edits: readonly Edit[]): Plan {
  const chosen = new Map(
    edits.flatMap((edit) => (edit.kind === "option" ? [[edit.sessionId, edit.option] as const] : [])),
  );
  if (chosen.size === 0) return plan;
  const after = withChoices(plan, ({ id }) => chosen.get(id) ?? null);
  const isTouched = ({ days }: PlanWeek): boolean =>
    days.some(({ sessions }) => sessions.some(({ id }) => chosen.has(id)));
  return {
    ...after,
    weeks: plan.weeks.map((week, i) => (isTouched(week) ? (after.weeks[i] ?? week) : week)),
  };
}

/** What was told, with what waits to be told. */
export function talesWithEdits(
  completions: readonly CompletionAnswer[],
  edits: readonly Edit[],
): TalesBySession {
  const tales = new Map<string, Told>(completions.map((told) => [told.sessionId, told]));
  for (const edit of edits) {
    if (edit.kind === "told") tales.set(edit.sessionId, toldOf(edit.told));
    if (edit.kind === "untold") tales.delete(edit.sessionId);
  }
  return tales;
}

const NOTHING_MEASURED = { doneOn: null, metres: null, seconds: null, effort: null } as const;

export const toldOf = (body: CompletionBody): Told => ({ ...NOTHING_MEASURED, ...body });

/** Whether what was told is what the edit tells: then another tab has sent it. */
export const isToldAlready = (edit: Edit, standing: Told | undefined): boolean => {
  if (edit.kind === "option") return false;
  if (edit.kind === "untold") return standing === undefined;
  return (
    standing !== undefined && JSON.stringify(bodyOf(standing)) === JSON.stringify(bodyOf(toldOf(edit.told)))
  );
};

/** The body that says what is said already: to take a step back to it. */
export function bodyOf(told: Told): CompletionBody {
  const { state, doneOn, metres, seconds, effort, note } = told;
  return state === "skipped" || doneOn === null
    ? { state: "skipped", note }
    : { state, doneOn, metres, seconds, effort, note };
}
