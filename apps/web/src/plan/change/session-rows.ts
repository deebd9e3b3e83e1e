import type { WhatIfAnswer } from "@strideiq/contracts";
import type { Plan } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";
import { datedSessions } from "../plan-view.ts";

type Possible = Extract<WhatIfAnswer, { status: "possible" }>;
type SessionChange = Possible["diff"]["sessions"][number];

/** One line of the preview: a session that becomes another on its day, or what happens to one alone. */
export type SessionRow =
  | { readonly kind: "one"; readonly change: SessionChange }
  | { readonly kind: "replaced"; readonly dropped: SessionChange; readonly added: SessionChange };

/** What a runner sees change: a day whose session is exchanged is one change, and the very same session is none. */
export function sessionRows(
  before: Plan,
  { diff, plan }: { readonly diff: Pick<Possible["diff"], "sessions">; readonly plan: Plan },
): readonly SessionRow[] {
  const [old, fresh] = [contents(before), contents(plan)];
  const partners = partnersOf(diff.sessions);
  const taken = new Set(partners.values());
  return diff.sessions.flatMap((change): readonly SessionRow[] => {
    if (taken.has(change)) return [];
    const added = partners.get(change);
    if (added === undefined) return [{ kind: "one", change }];
    const isSame = old.get(change.sessionId) === fresh.get(added.sessionId);
    return isSame ? [] : [{ kind: "replaced", dropped: change, added }];
  });
}

/** Of each session that is left out, the new one on the same day. */
function partnersOf(sessions: readonly SessionChange[]): ReadonlyMap<SessionChange, SessionChange> {
  const partners = new Map<SessionChange, SessionChange>();
  const taken = new Set<SessionChange>();
  for (const dropped of sessions.filter(({ fate }) => fate === "dropped")) {
    const added = sessions.find(
      (one) => one.fate === "added" && one.toDate === dropped.fromDate && !taken.has(one),
    );
    if (added === undefined) continue;
    taken.add(added);
    partners.set(dropped, added);
  }
  return partners;
}

/** What is run in each session, to be compared. */
const contents = (plan: Plan): ReadonlyMap<string, string> =>
  new Map(
    datedSessions(plan).map(({ session }) => {
      const { title, steps, metres } = chosenOf(session);
      return [session.id, JSON.stringify([title, metres, steps])];
    }),
  );
