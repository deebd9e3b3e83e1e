import type { FastifyRequest } from "fastify";

/** The tag of a plan at a revision. Weak, because the same answer travels zipped and plain. */
export const planTag = (planId: string, revision: number): string => `W/"${planId}-${String(revision)}"`;

/** The tag of what was told by hand of a session; at revision 0 nothing was. */
export const completionTag = (planId: string, sessionId: string, revision: number): string =>
  planTag(`${planId}-${sessionId}`, revision);

/**
 * The revision that a change was made for, from `If-Match`: the ETag of the plan as it was read, weak or not; of a
 * list the newest that is of this plan. Undefined when any revision will do; NaN, which no plan has, when no tag is of
 * this plan.
 */
export function expectedRevision({ headers }: FastifyRequest, planId: string): number | undefined {
  const sent = headers["if-match"]?.trim();
  if (sent === undefined || sent === "*") return undefined;
  return newestOf(sent, planId);
}

/** The same for what was told of a session; `If-None-Match: *` is for one of which nothing was told by hand yet. */
export function expectedCompletion(
  { headers }: FastifyRequest,
  planId: string,
  sessionId: string,
): number | undefined {
  if (headers["if-none-match"]?.trim() === "*") return 0;
  const sent = headers["if-match"]?.trim();
  return sent === undefined || sent === "*" ? undefined : newestOf(sent, `${planId}-${sessionId}`);
}

function newestOf(sent: string, owner: string): number {
  const revisions = sent.split(",").flatMap((tag) => {
    const [, value = ""] = TAG.exec(tag.trim()) ?? [];
    const revision = value.slice(owner.length);
    return value.startsWith(owner) && REVISION.test(revision) ? [Number(revision.slice(1))] : [];
  });
  return revisions.length === 0 ? Number.NaN : Math.max(...revisions);
}

/** Whether `If-None-Match` has this tag: alone, in a list, or as `*`; weak and strong ones are alike here (RFC 9110). */
export function namesTag(sent: string | undefined, etag: string): boolean {
  if (sent === undefined || sent === etag) return sent === etag;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, "");
  return sent.trim() === "*" || sent.split(",").some((tag) => bare(tag) === bare(etag));
}

const TAG = /^(?:W\/)?"([^"]+)"$/;
const REVISION = /^-\d{1,9}$/;
