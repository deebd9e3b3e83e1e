import type { CalendarDate, Plan, Session, SessionOption, Units } from "@strideiq/engine";
import { contrastText, formatDate, formatMinutes } from "@strideiq/wording";
import { actMessages } from "../../messages/acts.ts";
import { dayMessages as say } from "../../messages/day.ts";
import { useByTime } from "../../preferences/measure.ts";
import { Locked } from "../../session/locked.tsx";
import { isOffered, useFeature } from "../../session/session.ts";
import { Segmented } from "../../ui/segmented.tsx";
import type { PlanActs } from "../acts.ts";
import { unrolled } from "../profile.ts";
import { sizeOf } from "../session-words.ts";
import { stimulusOf } from "../stimulus.ts";
import styles from "./session-sheet.module.css";

interface OptionChoiceProps {
  readonly session: Session;
  readonly date: CalendarDate;
  readonly plan: Plan;
  readonly units: Units;
  /** Null where the plan is only looked at: then both ways are told, and none is to be chosen. */
  readonly acts: PlanActs | null;
}

/** Two ways to train the same, side by side with what they ask for. */
export function OptionChoice({ session, date, plan, units, acts }: OptionChoiceProps) {
  const { optionB, contrast } = session;
  const isGone = !isOffered(useFeature("plan.option_ab"));
  if (optionB === undefined || isGone) return null;
  return (
    <section className={styles["choice"]} aria-labelledby="option-b">
      <h3 id="option-b">{say.option.title}</h3>
      <Segmented
        legend={actMessages.optionOf(session.title, formatDate(date))}
        className={styles["ways"]}
        options={(
          [
            ["a", session],
            ["b", optionB],
          ] as const
        ).map(([value, option]) => ({
          value,
          label: <WayLabel option={option} session={session} letter={value} units={units} />,
          name: actMessages.optionName(value, option.title),
          disabled: (acts?.choose ?? null) === null && session.chosen !== value,
        }))}
        value={session.chosen}
        onChange={(option) => acts?.choose?.(session.id, option)}
      />
      {acts?.choose === null && <Locked feature="plan.option_ab" />}
      <p className={styles["lead"]}>
        {say.option.same}
        {contrast !== undefined && ` ${contrastText(contrast, { units, estimated: plan.paces === null })}`}
      </p>
    </section>
  );
}

interface WayLabelProps {
  readonly option: SessionOption;
  readonly session: Session;
  readonly letter: "a" | "b";
  readonly units: Units;
}

/** One way in three lines: its name, its work, its size. The figures are what makes the two equal. */
function WayLabel({ option, session, letter, units }: WayLabelProps) {
  const size = sizeOf({ ...session, chosen: letter }, units, useByTime());
  const minutes = Math.round(workSeconds(option) / 60);
  return (
    <span className={styles["way"]}>
      <b>
        {letter.toUpperCase()} · {option.title}
      </b>
      <small>{minutes > 0 ? say.option.fast(minutes) : formatMinutes(option.seconds)}</small>
      <small>
        {size.main} {size.unit}
      </small>
    </span>
  );
}

const QUIET = ["easy", "long", "other"];

/** Time in everything that is faster than easy running. */
const workSeconds = ({ steps, kind }: SessionOption): number =>
  unrolled(steps).reduce(
    (sum, { zone, seconds }) => sum + (QUIET.includes(stimulusOf(zone, kind)) ? 0 : seconds),
    0,
  );
