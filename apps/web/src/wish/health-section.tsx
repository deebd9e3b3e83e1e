import { messages } from "../messages.ts";
import { FieldGroup } from "../ui/field.tsx";
import { RemarkIcon } from "../ui/icons.tsx";
import type { HealthAnswer } from "./careful.ts";
import { Choice } from "./inputs.tsx";
import { Question } from "./question.tsx";
import own from "./health-section.module.css";
import styles from "./wish-form.module.css";

interface HealthProps {
  readonly answer: HealthAnswer;
  readonly error: string | undefined;
  readonly onChange: (answer: HealthAnswer) => void;
}

const words = messages.health;
const ANSWERS = ["no", "yes"] as const;

/** One question about health, before any plan; a yes leads to a doctor, and to easy running only. */
export const HealthSection = ({ answer, error, onChange }: HealthProps) => (
  <Question id="health" title={words.title} lead={words.lead}>
    <ul className={own["signs"]}>
      {words.signs.map((sign) => (
        <li key={sign}>{sign}</li>
      ))}
    </ul>
    <FieldGroup label={words.question} error={error}>
      <div className={styles["races"]}>
        {ANSWERS.map((value) => (
          <Choice
            key={value}
            type="radio"
            name="health"
            checked={answer === value}
            onChange={() => {
              onChange(value);
            }}
          >
            <b>{words.answers[value]}</b>
          </Choice>
        ))}
      </div>
    </FieldGroup>
    <div role="status" className={own["answer"]}>
      {answer === "yes" && (
        <div className={own["referral"]}>
          <RemarkIcon size={18} />
          <div>
            <b>{words.doctorFirst}</b>
            <p>{words.referral}</p>
            <p>{words.offer}</p>
          </div>
        </div>
      )}
    </div>
    <p className={styles["lead"]}>{words.kept}</p>
  </Question>
);
