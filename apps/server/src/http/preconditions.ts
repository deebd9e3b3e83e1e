import type { FastifyRequest } from "fastify";

/** The tag of a plan at a revision. Weak, because the same answer travels zipped and plain. */
export const planTag = (planId: string, revision: number): string => `W/"${planId}-${String(revision)}"`;

const TAG = /^(?:W\/)?"([0-9a-f-]{36})-(\d{1,9})"$/;

/**
 * The revision that a change was made for, from `If-Match`: the ETag of the plan as it was read, weak or not; of a
 * list the newest that is of this plan. Undefined when any revision will do; NaN, which no plan has, when no tag is of
 * this plan.
 */
export function expectedRevision({ headers }: FastifyRequest, planId: string): number | undefined {
  const sent = headers["if-match"]?.trim();
  if (sent === undefined || sent === "*") return undefined;
  const revisions = sent.split(",").flatMap((tag) => {
    const [, id, revision] = TAG.exec(tag.trim()) ?? [];
    return id === planId ? [Number(revision)] : [];
  });
  return revisions.length === 0 ? Number.NaN : Math.max(...revisions);
}
