import type { SharedAnswers } from "@strideiq/application";
import type { OpenRedis } from "./open-redis.ts";

/** A calendar nobody has looked at for so long makes room. */
const KEPT_SECONDS = 86_400;
/** The longest plan is a tenth of it: whatever is longer is none of ours, and is not fetched whole. */
const BYTES_MAX = 1024 ** 2;

const keyOf = (planId: string): string => `strideiq:plan:${planId}`;

/** Answers to the readers of plans, in Redis. */
export const createSharedAnswers = ({ isThere, ask }: OpenRedis): SharedAnswers => ({
  isThere,
  read: async (planId) => {
    const answer = await ask((client) => client.getrangeBuffer(keyOf(planId), 0, BYTES_MAX - 1));
    return answer === undefined || answer.byteLength === 0 ? undefined : answer;
  },
  write: (planId, answer) => {
    const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
    void ask((client) => client.set(keyOf(planId), bytes, "EX", KEPT_SECONDS));
  },
  forget: (planId) => {
    void ask((client) => client.unlink(keyOf(planId)));
  },
});
