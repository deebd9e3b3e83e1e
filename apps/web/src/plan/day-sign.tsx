import { actMessages as say } from "../messages/acts.ts";
import { messages } from "../messages.ts";
import { HeartIcon, MoonIcon, PauseIcon, SunIcon } from "../ui/icons.tsx";
import type { DayNote } from "./day-notes.ts";
import styles from "./day-sign.module.css";

const ICONS = { free: SunIcon, pause: PauseIcon } as const;

interface RestSignProps {
  readonly note: DayNote | undefined;
  /** Where there is room: the sign is larger, and rest has one as well. */
  readonly roomy?: boolean;
}

/** Why nothing is run on a day: it is a day of rest, or the athlete keeps it free. */
export function RestSign({ note, roomy = false }: RestSignProps) {
  const closed = note?.closed ?? null;
  const Icon = closed === null ? MoonIcon : ICONS[closed];
  const rest = roomy ? messages.plan.restDay : messages.plan.rest;
  return (
    <>
      {(roomy || closed !== null) && <Icon size={roomy ? 15 : 12} />}
      {closed === null ? rest : say.closed[closed]}
    </>
  );
}

/** Illness or pain that was told on this day. */
export function HealthSign({ note }: Pick<RestSignProps, "note">) {
  const health = note?.health ?? null;
  if (health === null) return null;
  return (
    <span className={styles["health"]} title={say.health[health]}>
      <HeartIcon size={13} />
      <span className="visually-hidden">{say.health[health]}</span>
    </span>
  );
}
