import { useQueryClient } from "@tanstack/react-query";
import { tellsOfHealth } from "@strideiq/engine";
import { useState } from "react";
import { agreeToHealthData, CONSENTS, useConsents } from "../../api/own.ts";
import { healthConsent } from "../../messages/consent.ts";
import styles from "./change.module.css";
import { discreet } from "./discreet.ts";
import type { Wanted } from "./wanted.ts";

interface HealthConsent {
  /** Whether what was wrong is told, and nobody has agreed yet that it is kept. */
  readonly isAsked: boolean;
  readonly isGiven: boolean;
  readonly onGiven: (isGiven: boolean) => void;
  /** The change as it may be made: with what was wrong, once that is agreed to, or without. */
  readonly settle: () => Promise<Wanted>;
}

/** Easing a plan waits for no consent: without one the plan becomes as easy, and keeps no reason. */
export function useHealthConsent(wanted: Wanted): HealthConsent {
  const client = useQueryClient();
  const isTold = tellsOfHealth(wanted.done ?? null);
  const list = useConsents(isTold);
  const [isGiven, setGiven] = useState(false);
  const isCovered =
    list?.ok === true &&
    list.value.consents.some(
      ({ textVersion, withdrawnAt }) => withdrawnAt === null && textVersion >= healthConsent.day,
    );
  const isAsked = isTold && !isCovered;
  const settle = async (): Promise<Wanted> => {
    if (!isAsked) return wanted;
    if (!isGiven) return discreet(wanted);
    // Should it not arrive, the change is refused and says so.
    await agreeToHealthData();
    void client.invalidateQueries({ queryKey: CONSENTS });
    return wanted;
  };
  return { isAsked, isGiven, onGiven: setGiven, settle };
}

export const AskConsent = ({ isGiven, onGiven }: Pick<HealthConsent, "isGiven" | "onGiven">) => (
  <div>
    <label className={styles["check"]}>
      <input
        type="checkbox"
        checked={isGiven}
        aria-describedby="without-consent"
        onChange={(event) => {
          onGiven(event.target.checked);
        }}
      />
      {healthConsent.text}
    </label>
    <p id="without-consent" className={styles["remark"]}>
      {healthConsent.without}
    </p>
  </div>
);
