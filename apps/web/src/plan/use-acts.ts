import { useQueryClient } from "@tanstack/react-query";
import type { CompletionBody } from "@strideiq/contracts";
import type { ChangedWish, Plan, Session } from "@strideiq/engine";
import { useMemo } from "react";
import { actMessages as say } from "../messages/acts.ts";
import { isOffered, useFeature } from "../session/session.ts";
import type { PlanActs } from "./acts.ts";
import { cardTitle } from "./card-title.ts";
import { bodyOf, type Edit } from "./data/edit.ts";
import { sayNotice } from "./data/notice.ts";
import { addEdit } from "./data/outbox.ts";
import type { LivePlan } from "./data/use-live-plan.ts";
import { datedSessions } from "./plan-view.ts";

const sessionOf = (plan: Plan, id: string): Session | undefined =>
  datedSessions(plan).find(({ session }) => session.id === id)?.session;

/** Everything that can be done to a plan: each act shows at once, says what it did, and can be undone. */
export function useActsOf(planId: string, live: LivePlan, consider: (wish: ChangedWish) => void): PlanActs {
  const canConsider = isOffered(useFeature("plan.dynamic_adaptation"));
  const mayChoose = useFeature("plan.option_ab").allowed;
  const client = useQueryClient();
  return useMemo(() => {
    const { plan, tales, basisOf, unread } = live;
    const add = (edit: Edit): void => {
      addEdit(client, planId, edit);
    };
    const titleOf = (id: string): string => {
      const session = sessionOf(plan, id);
      return session === undefined ? "" : cardTitle(session);
    };
    /** Back to what was told before; what was told meanwhile counts as the ground it stands on. */
    const tellAgain = (sessionId: string, basis: number): (() => void) | undefined => {
      const before = tales.get(sessionId);
      return before === undefined
        ? undefined
        : () => {
            add({ kind: "told", sessionId, told: bodyOf(before), basis });
            sayNotice(say.undone);
          };
    };
    return {
      choose: !mayChoose
        ? null
        : (sessionId, option) => {
            const session = sessionOf(plan, sessionId);
            if (session?.optionB === undefined || session.chosen === option) return;
            add({ kind: "option", sessionId, option });
            const { title } = option === "b" ? session.optionB : session;
            sayNotice(say.option.chosen(option, title), () => {
              add({ kind: "option", sessionId, option: session.chosen });
              sayNotice(say.undone);
            });
          },
      tell: (sessionId, told: CompletionBody, basis = basisOf(sessionId)) => {
        add({ kind: "told", sessionId, told, basis });
        const back =
          tellAgain(sessionId, basis + 1) ??
          (() => {
            add({ kind: "untold", sessionId, basis: basis + 1 });
            sayNotice(say.undone);
          });
        sayNotice(say.tell.notices[told.state](titleOf(sessionId)), back);
      },
      takeBack: (sessionId) => {
        add({ kind: "untold", sessionId, basis: basisOf(sessionId) });
        sayNotice(say.tell.notices.untold(titleOf(sessionId)), tellAgain(sessionId, 0));
      },
      consider: canConsider ? consider : null,
      basisOf,
      planId,
      unread,
    };
  }, [client, planId, live, consider, canConsider, mayChoose]);
}
