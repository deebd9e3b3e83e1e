import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import type { PlanInHand } from "@strideiq/application";
import { namesTag, planTag } from "./preconditions.ts";

/** What is said with a finished plan, whether or not its reader has it already. */
export const readyHeaders = (planId: string, { revision }: Pick<PlanInHand["plan"], "revision">) =>
  ({
    "content-type": "application/json; charset=utf-8",
    // Every change raises the revision, so its number is all that a reader's copy has to be asked for.
    etag: planTag(planId, revision),
    "cache-control": "private, no-cache",
    vary: "accept-encoding",
  }) satisfies OutgoingHttpHeaders;

/** Whether the reader's own copy has this tag. */
export const isStillGood = (headers: IncomingHttpHeaders, { etag }: { readonly etag: string }): boolean =>
  namesTag(headers["if-none-match"], etag);

export const acceptsGzip = ({ "accept-encoding": accepted }: IncomingHttpHeaders): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))|,|$)/i.test(accepted ?? "");

/** The same bytes as a Buffer, without a copy of them. */
export const bytesOf = ({ snapshot }: Pick<PlanInHand["plan"], "snapshot">): Buffer =>
  Buffer.from(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
