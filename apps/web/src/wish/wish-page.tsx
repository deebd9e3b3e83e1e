import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from "react";
import { requestPlan } from "../api/client.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { goTo } from "../path/path.ts";
import { storedPlanId, storedUnits } from "../preferences/preferences.ts";
import { createStored, useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { focusFirstProblem } from "../ui/use-form.ts";
import { convertDraft, restoreDraft, type WishDraft } from "./draft.ts";
import { NowSection } from "./now-section.tsx";
import { browserTimeZone, todayIn } from "./race-date.ts";
import { RaceSection } from "./race-section.tsx";
import { ResultSection } from "./result-section.tsx";
import type { SectionProps } from "./section.ts";
import { type PlacedErrors, placeErrors } from "./server-errors.ts";
import { readWish, type WishField } from "./to-wish.ts";
import { WeekSection } from "./week-section.tsx";
import { WishSummary } from "./wish-summary.tsx";
import styles from "./wish-form.module.css";

const storedDraft = createStored<WishDraft>("strideiq.wish", restoreDraft);
const NO_ERRORS: PlacedErrors = { fields: {}, general: [] };

/** The form: keeps what was typed, says at each field what is wrong, and leads to the plan. */
export function WishPage() {
  const form = useWishForm();
  const [planId] = useStored(storedPlanId);
  const problems = Object.keys(form.errors.fields).length;
  return (
    <main className={styles["page"]}>
      <div className={styles["intro"]}>
        <h1>{messages.wish.title}</h1>
        <p>{messages.wish.lead}</p>
      </div>
      <form className={styles["form"]} ref={form.element} onSubmit={form.submit} noValidate>
        <RaceSection {...form.section} />
        <NowSection {...form.section} />
        <ResultSection {...form.section} />
        <WeekSection {...form.section} />
        <div role="alert">
          {(problems > 0 || form.errors.general.length > 0) && (
            <div className={styles["problems"]}>
              {problems > 0 && <p>{messages.wish.problems(problems)}</p>}
              {form.errors.general.map((message) => (
                <p key={message}>{message}</p>
              ))}
            </div>
          )}
        </div>
        <button className={buttons["primary"]} type="submit" aria-disabled={form.isSending}>
          {form.isSending ? messages.wish.sending : messages.wish.submit}
        </button>
      </form>
      <aside className={styles["aside"]} aria-label={messages.wish.summary}>
        <WishSummary {...form.section} />
        {planId !== "" && (
          <Link to={{ name: "plan", planId }} className={buttons["plain"]}>
            {messages.wish.backToPlan}
          </Link>
        )}
        <p className={styles["small"]}>{messages.wish.medical}</p>
      </aside>
    </main>
  );
}

function useWishForm() {
  const [typed, setDraft] = useStored(storedDraft);
  const [units] = useStored(storedUnits);
  const draft = convertDraft(typed, units);
  const [errors, setErrors] = useState(NO_ERRORS);
  const element = useRef<HTMLFormElement>(null);
  const timeZone = useMemo(browserTimeZone, []);

  const sending = useMutation({
    mutationFn: requestPlan,
    onSuccess: (answer) => {
      if (!answer.ok) setErrors(placeErrors(answer.error));
      else goTo({ name: "plan", planId: answer.value.planId });
    },
  });

  useEffect(() => {
    if (errors !== NO_ERRORS) focusFirstProblem(element.current);
  }, [errors]);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (sending.isPending) return;
    const read = readWish(draft, units, timeZone);
    if (Object.keys(read.errors).length > 0) setErrors({ fields: read.errors, general: [] });
    else {
      setErrors(NO_ERRORS);
      sending.mutate(read.wish);
    }
  };

  const change = (changes: Partial<WishDraft>): void => {
    setDraft({ ...draft, ...changes });
    setErrors((current) => forgetErrors(current, changes));
  };

  const section: SectionProps = { draft, change, errors: errors.fields, units, today: todayIn(timeZone) };
  return { section, errors, element, submit, isSending: sending.isPending };
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
function forgetErrors(current: PlacedErrors, changes: Partial<WishDraft>): PlacedErrors {
  if (current === NO_ERRORS) return current;
  const entries = Object.entries(ANSWERS).filter(([, keys]) => keys.some((key) => key in changes));
  const answered = entries.map(([field]) => field);
  const fields = Object.fromEntries(
    Object.entries(current.fields).filter(([field]) => !answered.includes(field)),
  );
  return Object.keys(fields).length === 0 ? NO_ERRORS : { fields, general: current.general };
}
