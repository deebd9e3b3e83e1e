import type { WhatIfAnswer } from "@strideiq/contracts";

type SessionChange = Extract<WhatIfAnswer, { status: "possible" }>["diff"]["sessions"][number];

/** One line of a change: a session that becomes another on its day, or what happens to one alone. */
export type SessionRow =
  | { readonly kind: "one"; readonly change: SessionChange }
  | { readonly kind: "replaced"; readonly dropped: SessionChange; readonly added: SessionChange };

/**
 * What a runner sees change, before it is made and afterwards: a day whose session is exchanged is one change,
 * and an exchange for a session of the same name and length is none.
 */
export function sessionRows(sessions: readonly SessionChange[]): readonly SessionRow[] {
  const partners = partnersOf(sessions);
  const taken = new Set(partners.values());
  return sessions.flatMap((change): readonly SessionRow[] => {
    if (taken.has(change)) return [];
    const added = partners.get(change);
    if (added === undefined) return [{ kind: "one", change }];
    const isSame = change.title === added.title && change.metresBefore === added.metresAfter;
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
