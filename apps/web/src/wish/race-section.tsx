import { RACE_DISTANCES } from "@strideiq/engine";
import { formatDistance, RACE_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { Choice } from "./inputs.tsx";
import { RACE_METRES } from "./race-metres.ts";
import { raceDateHint } from "./race-date.ts";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

export const RaceSection = ({ draft, change, errors, units, today }: SectionProps) => (
  <section className={styles["section"]} aria-labelledby="race-heading">
    <h2 id="race-heading">{messages.wish.race}</h2>
    <FieldGroup label={messages.wish.distance} error={errors.distance}>
      <div className={styles["races"]}>
        {RACE_DISTANCES.map((distance) => (
          <Choice
            key={distance}
            type="radio"
            name="distance"
            checked={draft.distance === distance}
            onChange={() => {
              change({ distance });
            }}
          >
            <b>{RACE_NAMES[distance]}</b>
            <small>{formatDistance(RACE_METRES[distance], units)}</small>
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
  </section>
);
