import { useMutation } from "@tanstack/react-query";
import type { PlanRequest } from "@strideiq/engine";
import { requestPlan } from "../api/client.ts";
import { messages } from "../messages.ts";
import { goTo } from "../path/path.ts";
import { carefully } from "../wish/careful.ts";
import buttons from "../ui/button.module.css";
import { wishOf } from "./nearest-wish.ts";
import styles from "./refusal-page.module.css";

/** The nearest plan is only an offer until the athlete takes it: then it is asked for like any other. */
export function KeepPlan({ request }: { readonly request: PlanRequest }) {
  const keeping = useMutation({
    mutationFn: () => requestPlan(carefully(wishOf(request))),
    onSuccess: (answer) => {
      if (answer.ok) goTo({ name: "plan", planId: answer.value.planId });
    },
  });
  const failed = keeping.data?.ok === false ? keeping.data.error : null;
  return (
    <div className={styles["keep"]}>
      <p role="status">{failed === null ? messages.refusal.offer : `${failed.title} ${failed.detail}`}</p>
      <button
        type="button"
        className={buttons["primary"]}
        aria-disabled={keeping.isPending}
        onClick={() => {
          if (!keeping.isPending) keeping.mutate();
        }}
      >
        {messages.refusal.keep}
      </button>
    </div>
  );
}
