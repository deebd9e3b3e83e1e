import { WEEKDAYS, type Weekday, weekdaysFrom } from "@strideiq/engine";
import { WEEKDAY_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { DownIcon } from "../ui/icons.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { MAX_RUN_DAYS, MIN_RUN_DAYS } from "./draft.ts";
import { Days } from "./inputs.tsx";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

const RUN_DAYS = Array.from({ length: MAX_RUN_DAYS - MIN_RUN_DAYS + 1 }, (_, i) => String(MIN_RUN_DAYS + i));
const WEEK_STARTS: readonly Weekday[] = ["mon", "sat", "sun"];

export const WeekSection = (props: SectionProps) => {
  const { draft, change, errors } = props;
  return (
    <section className={styles["section"]} aria-labelledby="week-heading">
      <h2 id="week-heading">{messages.wish.week}</h2>
      <FieldGroup label={messages.wish.runDays} error={errors.daysPerWeek}>
        <Segmented
          legend={messages.wish.runDays}
          options={RUN_DAYS.map((value) => ({ value, label: value }))}
          value={String(draft.daysPerWeek)}
          onChange={(days) => {
            change({ daysPerWeek: Number(days) });
          }}
        />
      </FieldGroup>
      <FieldGroup label={messages.wish.never} hint={messages.wish.neverHint} error={errors.unavailable}>
        <Days
          type="checkbox"
          weekStart={draft.weekStart}
          className={styles["never"]}
          isChosen={(day) => draft.unavailable.includes(day)}
          onChange={(day, chosen) => {
            change({
              unavailable: WEEKDAYS.filter((other) =>
                other === day ? chosen : draft.unavailable.includes(other),
              ),
            });
          }}
        />
      </FieldGroup>
      <FieldGroup label={messages.wish.longRunDay} error={errors.longRunDay}>
        <Days
          type="radio"
          weekStart={draft.weekStart}
          isChosen={(day) => draft.longRunDay === day}
          onChange={(longRunDay) => {
            change({ longRunDay });
          }}
        />
      </FieldGroup>
      <MoreAboutTheWeek {...props} />
    </section>
  );
};

const MoreAboutTheWeek = ({ draft, change, errors }: SectionProps) => {
  const hasMore = errors.dayLimits !== undefined || errors.age !== undefined;
  const hasTyped = Object.values(draft.dayLimits).some((limit) => limit !== "") || draft.age !== "";
  return (
    <details className={styles["more"]} open={hasMore || hasTyped}>
      <summary>
        {messages.wish.more} <DownIcon size={14} />
      </summary>
      <div className={styles["moreFields"]}>
        <FieldGroup
          label={messages.wish.dayLimits}
          hint={messages.wish.dayLimitsHint}
          error={errors.dayLimits}
        >
          <div className={styles["limits"]}>
            {weekdaysFrom(draft.weekStart)
              .filter((day) => !draft.unavailable.includes(day))
              .map((day) => (
                <Field key={day} label={WEEKDAY_NAMES[day]}>
                  {(input) => (
                    <TextInput
                      {...input}
                      placeholder={messages.wish.noLimit}
                      value={draft.dayLimits[day]}
                      onChange={(limit) => {
                        change({ dayLimits: { ...draft.dayLimits, [day]: limit } });
                      }}
                    />
                  )}
                </Field>
              ))}
          </div>
        </FieldGroup>
        <div className={styles["pair"]}>
          <FieldGroup label={messages.wish.weekStart} error={errors.weekStart}>
            <Segmented
              legend={messages.wish.weekStart}
              options={WEEK_STARTS.map((value) => ({ value, label: WEEKDAY_NAMES[value] }))}
              value={draft.weekStart}
              onChange={(weekStart) => {
                change({ weekStart });
              }}
            />
          </FieldGroup>
          <Field label={messages.wish.age} hint={messages.wish.ageHint} error={errors.age}>
            {(input) => (
              <TextInput
                {...input}
                inputMode="numeric"
                value={draft.age}
                onChange={(age) => {
                  change({ age });
                }}
              />
            )}
          </Field>
        </div>
      </div>
    </details>
  );
};
