import { WEEKDAYS, type Weekday, weekdaysFrom } from "@strideiq/engine";
import { WEEKDAY_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { MAX_RUN_DAYS, MIN_RUN_DAYS } from "./draft.ts";
import { Days } from "./inputs.tsx";
import { Question } from "./question.tsx";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

const RUN_DAYS = Array.from({ length: MAX_RUN_DAYS - MIN_RUN_DAYS + 1 }, (_, i) => String(MIN_RUN_DAYS + i));
const WEEK_STARTS: readonly Weekday[] = ["mon", "sat", "sun"];

/** How often. */
export const DaysQuestion = ({ draft, change, errors }: SectionProps) => (
  <Question id="days" number={4} title={messages.wish.howOften}>
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
  </Question>
);

/** Days that do not work, the day of the long run, and what else a week has to fit. */
export const WeekSection = (props: SectionProps) => {
  const { draft, change, errors } = props;
  return (
    <Question id="week" title={messages.wish.week}>
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
    </Question>
  );
};

const MoreAboutTheWeek = ({ draft, change, errors }: SectionProps) => (
  <>
    <FieldGroup label={messages.wish.dayLimits} hint={messages.wish.dayLimitsHint} error={errors.dayLimits}>
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
  </>
);
