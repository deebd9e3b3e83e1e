import type { CalendarDate, Session } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { actMessages as say } from "../messages/acts.ts";
import { Segmented } from "../ui/segmented.tsx";
import { useActs } from "./acts.ts";
import styles from "./option-switch.module.css";

interface OptionSwitchProps {
  readonly session: Session;
  readonly date: CalendarDate;
}

/** A or B, right on the calendar. */
export function OptionSwitch({ session, date }: OptionSwitchProps) {
  const acts = useActs();
  const choose = acts?.choose ?? null;
  if (choose === null || session.optionB === undefined) return null;
  return (
    <Segmented
      legend={say.optionOf(session.title, formatDate(date))}
      size="small"
      className={styles["tiny"]}
      options={[
        { value: "a", label: "A", name: say.optionName("a", session.title) },
        { value: "b", label: "B", name: say.optionName("b", session.optionB.title) },
      ]}
      value={session.chosen}
      onChange={(option) => {
        choose(session.id, option);
      }}
    />
  );
}
