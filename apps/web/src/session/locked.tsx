import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/client.ts";
import { messages } from "../messages.ts";
import buttons from "../ui/button.module.css";
import styles from "./locked.module.css";
import { type FeatureName, refreshSession, useFeature } from "./session.ts";

/** In place of what somebody may not use: why, how it can be had, and the trial where there is one. */
export function Locked({ feature }: { readonly feature: FeatureName }) {
  const { why, how, trialDays } = useFeature(feature);
  const queries = useQueryClient();
  const trying = useMutation({
    mutationFn: () => ask("POST /v1/me/trial"),
    onSuccess: () => refreshSession(queries),
  });
  return (
    <div className={styles["locked"]}>
      <p>
        <b>{inCapitals(why ?? "")}.</b> {how}
      </p>
      {trialDays !== null && (
        <button
          type="button"
          className={buttons["plain"]}
          aria-disabled={trying.isPending}
          onClick={() => {
            if (!trying.isPending) trying.mutate();
          }}
        >
          {messages.locked.try(trialDays)}
        </button>
      )}
      <p role="alert">{trying.data?.ok === false ? trying.data.error.title : null}</p>
    </div>
  );
}

const inCapitals = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
