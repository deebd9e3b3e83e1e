import { RACE_DISTANCES } from "@strideiq/engine";
import { formatDate, formatDistance, RACE_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { useSession } from "../session/session.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { Choice } from "./inputs.tsx";
import { Question } from "./question.tsx";
import { raceDateHint } from "./race-date.ts";
import { suggestedDates } from "./race-dates.ts";
import { RACE_METRES } from "./race-metres.ts";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

/** Which race. A distance that is switched off says so, and cannot be chosen. */
export function DistanceQuestion({ draft, change, errors, units }: SectionProps) {
  const features = useSession()?.features ?? [];
  return (
    <Question id="distance" number={1} title={messages.wish.race}>
      <FieldGroup label={messages.wish.distance} error={errors.distance}>
        <div className={styles["races"]}>
          {RACE_DISTANCES.map((distance) => {
            const off = features.find(({ feature }) => feature === `plan.standard.${distance}`);
            const why = off?.allowed === false ? off.why : null;
            return (
              <Choice
                key={distance}
                type="radio"
                name="distance"
                checked={draft.distance === distance}
                isDisabled={why !== null}
                onChange={() => {
                  change({ distance });
                }}
              >
                <b>{RACE_NAMES[distance]}</b>
                <small>{why ?? formatDistance(RACE_METRES[distance], units)}</small>
              </Choice>
            );
          })}
        </div>
      </FieldGroup>
    </Question>
  );
}

/** When. The Sundays that end a usual plan are one click; any other day can be written. */
export const DateQuestion = ({ draft, change, errors, today }: SectionProps) => (
  <Question id="date" number={2} title={messages.wish.when}>
    <FieldGroup label={messages.wish.sundays}>
      <div className={styles["races"]}>
        {suggestedDates(draft.distance, today).map(({ weeks, date }) => (
          <Choice
            key={date}
            type="radio"
            name="suggested"
            checked={draft.raceDate === date}
            onChange={() => {
              change({ raceDate: date });
            }}
          >
            <b>{messages.wish.inWeeks(weeks)}</b>
            <small>{formatDate(date)}</small>
          </Choice>
        ))}
      </div>
    </FieldGroup>
    <Field label={messages.wish.raceDate} hint={raceDateHint(draft.raceDate, today)} error={errors.raceDate}>
      {(input) => (
        <TextInput
          {...input}
          type="date"
          value={draft.raceDate}
          onChange={(raceDate) => {
            change({ raceDate });
          }}
        />
      )}
    </Field>
  </Question>
);
