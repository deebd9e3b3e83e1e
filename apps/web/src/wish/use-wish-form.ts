import type { PlanWishInput } from "@strideiq/contracts";
import { useMutation } from "@tanstack/react-query";
import { type RefObject, type SyntheticEvent, useEffect, useMemo, useRef, useState } from "react";
import { requestPlan } from "../api/client.ts";
import { messages } from "../messages.ts";
import { goTo } from "../path/path.ts";
import { storedUnits, storedWeekStart } from "../preferences/preferences.ts";
import { createOwn, useStored } from "../preferences/stored.ts";
import { focusFirstProblem } from "../ui/use-form.ts";
import { type HealthAnswer, carefully, storedHealth } from "./careful.ts";
import { convertDraft, restoreDraft, type WishDraft } from "./draft.ts";
import { answeredWith, historyBehind } from "./from-runs.ts";
import { browserTimeZone, todayIn } from "./race-date.ts";
import type { SectionProps } from "./section.ts";
import { type PlacedErrors, placeErrors } from "./server-errors.ts";
import { readWish, type WishField } from "./to-wish.ts";
import { useToldByRuns } from "./use-told-by-runs.ts";

/** Two wishes typed side by side are two wishes. */
const storedDraft = createOwn<WishDraft>("strideiq.wish", restoreDraft);

interface Problems extends PlacedErrors {
  readonly health: string | undefined;
}
const NO_PROBLEMS: Problems = { fields: {}, general: [], health: undefined };

interface WishForm {
  readonly section: SectionProps;
  readonly health: {
    readonly answer: HealthAnswer;
    readonly error: string | undefined;
    readonly onChange: (answer: HealthAnswer) => void;
  };
  /** What is said beside the button. */
  readonly problems: readonly string[];
  readonly element: RefObject<HTMLFormElement | null>;
  readonly submit: (event: SyntheticEvent) => void;
  readonly isSending: boolean;
}

/** The form's state: keeps what was typed, says at each field what is wrong, and leads to the plan. */
export function useWishForm(): WishForm {
  const [typed, setDraft] = useStored(storedDraft);
  const [units] = useStored(storedUnits);
  const [answer, setAnswer] = useStored(storedHealth);
  const [weekStart, setWeekStart] = useStored(storedWeekStart);
  const kept = { ...convertDraft(typed, units), weekStart };
  const runs = useToldByRuns(kept.distance);
  const draft = answeredWith(kept, runs, units);
  const [errors, setErrors] = useState(NO_PROBLEMS);
  const element = useRef<HTMLFormElement>(null);
  const timeZone = useMemo(browserTimeZone, []);
  const sending = useMutation({
    mutationFn: (wish: PlanWishInput) => requestPlan(carefully(wish)),
    onSuccess: (asked) => {
      if (!asked.ok) setErrors({ ...placeErrors(asked.error), health: undefined });
      else goTo({ name: "plan", planId: asked.value.planId });
    },
  });

  useEffect(() => {
    if (errors !== NO_PROBLEMS) focusFirstProblem(element.current);
  }, [errors]);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (sending.isPending) return;
    const read = readWish(draft, units, timeZone, historyBehind(draft, runs, units));
    const health = answer === "" ? messages.health.missing : undefined;
    if (Object.keys(read.errors).length > 0 || health !== undefined)
      setErrors({ fields: read.errors, general: [], health });
    else {
      setErrors(NO_PROBLEMS);
      sending.mutate(read.wish);
    }
  };

  const change = (changes: Partial<WishDraft>): void => {
    setDraft({ ...kept, ...changes });
    if (changes.weekStart !== undefined) setWeekStart(changes.weekStart);
    setErrors((current) => forgetErrors(current, changes));
  };

  return {
    section: { draft, change, errors: errors.fields, units, runs, today: todayIn(timeZone) },
    health: {
      answer,
      error: errors.health,
      onChange: (given) => {
        setAnswer(given);
        setErrors((current) => settled({ ...current, health: undefined }));
      },
    },
    problems: sayProblems(errors),
    element,
    submit,
    isSending: sending.isPending,
  };
}

function sayProblems({ fields, general, health }: Problems): readonly string[] {
  const count = Object.keys(fields).length + (health === undefined ? 0 : 1);
  return count === 0 ? general : [messages.wish.problems(count), ...general];
}

/** The fields of the draft, by the field of the wish whose message they may lift. */
const ANSWERS: Readonly<Record<WishField, readonly (keyof WishDraft)[]>> = {
  distance: ["distance"],
  raceDate: ["raceDate", "distance"],
  weeklyMetres: ["weekly", "volume"],
  longestMetres: ["longest", "volume"],
  tier: ["tier", "volume"],
  result: ["resultKind", "resultDistance", "resultTime"],
  daysPerWeek: ["daysPerWeek", "unavailable"],
  unavailable: ["unavailable", "daysPerWeek"],
  longRunDay: ["longRunDay", "unavailable"],
  dayLimits: ["dayLimits", "unavailable"],
  weekStart: ["weekStart"],
  age: ["age"],
};

/** A message goes as soon as its field is touched; the next submit tells whether it was the cure. */
function forgetErrors(current: Problems, changes: Partial<WishDraft>): Problems {
  if (current === NO_PROBLEMS) return current;
  const entries = Object.entries(ANSWERS).filter(([, keys]) => keys.some((key) => key in changes));
  const answered = entries.map(([field]) => field);
  const fields = Object.fromEntries(
    Object.entries(current.fields).filter(([field]) => !answered.includes(field)),
  );
  return settled({ ...current, fields });
}

/** When nothing at a field is left, what was said beside the button has been heard too. */
const settled = (problems: Problems): Problems =>
  Object.keys(problems.fields).length === 0 && problems.health === undefined ? NO_PROBLEMS : problems;
