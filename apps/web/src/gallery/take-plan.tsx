import { parseCalendarDate, WEEKDAYS, type Weekday } from "@strideiq/engine";
import { type SyntheticEvent, useState } from "react";
import { useMutation } from "@tanstack/react-query";
import type { StandardPlan } from "../api/standard-plans.ts";
import { ask } from "../api/client.ts";
import { galleryMessages } from "../messages/gallery.ts";
import { messages } from "../messages.ts";
import { goTo } from "../path/path.ts";
import { storedUnits, storedWeekStart } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { Locked } from "../session/locked.tsx";
import { useClosed, useFeature } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { carefully, storedHealth } from "../wish/careful.ts";
import { HealthSection } from "../wish/health-section.tsx";
import { Days } from "../wish/inputs.tsx";
import { browserTimeZone, raceDateHint, todayIn } from "../wish/race-date.ts";
import styles from "./gallery.module.css";

const words = galleryMessages.standard;

interface TakePlanProps {
  readonly standard: StandardPlan;
  readonly raceDate: string;
  readonly onRaceDate: (text: string) => void;
}

/** Puts a plan of the gallery into the calendar: its race day, the days that never work, the question of health. */
export function TakePlan({ standard, raceDate, onRaceDate }: TakePlanProps) {
  const [never, setNever] = useState<readonly Weekday[]>([]);
  const [health, setHealth] = useStored(storedHealth);
  const [weekStart] = useStored(storedWeekStart);
  const taking = useTaking(standard, raceDate, never);
  const feature = `plan.standard.${standard.distance}` as const;
  const { allowed } = useFeature(feature);
  const closed = useClosed();
  if (closed !== null || !allowed) return <Locked feature={closed ?? feature} />;
  return (
    <form className={styles["panel"]} noValidate onSubmit={taking.submit}>
      <h2>{words.take}</h2>
      <p className={styles["hint"]}>{words.takeLead}</p>
      <Field
        label={words.raceDate}
        hint={raceDateHint(raceDate, todayIn(browserTimeZone()))}
        error={taking.dateError}
      >
        {(input) => <TextInput {...input} type="date" value={raceDate} onChange={onRaceDate} />}
      </Field>
      <FieldGroup label={words.never}>
        <Days
          type="checkbox"
          weekStart={weekStart}
          isChosen={(day) => never.includes(day)}
          onChange={(day, chosen) => {
            setNever(WEEKDAYS.filter((other) => (other === day ? chosen : never.includes(other))));
          }}
        />
      </FieldGroup>
      <HealthSection answer={health} error={taking.healthError} onChange={setHealth} />
      <p role="alert" className={styles["problem"]}>
        {taking.problem}
      </p>
      <button type="submit" className={buttons["primary"]} aria-disabled={taking.isSending}>
        {taking.isSending ? words.sending : words.submit}
      </button>
    </form>
  );
}

function useTaking(standard: StandardPlan, raceDate: string, never: readonly Weekday[]) {
  const [units] = useStored(storedUnits);
  const [health] = useStored(storedHealth);
  const [weekStart] = useStored(storedWeekStart);
  const [hasTried, setTried] = useState(false);
  const date = parseCalendarDate(raceDate);
  const timeZone = browserTimeZone();
  const sending = useMutation({
    mutationFn: () =>
      ask("POST /v1/standard-plans/{standardPlanId}/place", {
        path: { standardPlanId: standard.id },
        body: carefully({ raceDate, timeZone, units, unavailable: [...never], weekStart }),
      }),
    onSuccess: (asked) => {
      if (asked.ok) goTo({ name: "plan", planId: asked.value.planId });
    },
  });
  const refused = sending.data?.ok === false ? sending.data.error : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (date.ok && health !== "" && !sending.isPending) sending.mutate();
  };
  return {
    submit,
    isSending: sending.isPending,
    dateError:
      hasTried && !date.ok
        ? words.raceDateUnreal
        : refused?.errors.find(({ field }) => field === "raceDate")?.message,
    healthError: hasTried && health === "" ? messages.health.missing : undefined,
    problem: refused === null ? null : `${refused.title} ${refused.detail}`,
  };
}
