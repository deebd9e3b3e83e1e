import { turnsDirection } from "@strideiq/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendProblem } from "./problems.ts";

const DEPTH_MAX = 30;

/**
 * Refuses what no schema sees: text that cannot be stored (NUL, half of a character) or reads as something else than it
 * is (marks of direction), and JSON that nests deeper than any request of ours.
 */
export function refuseBrokenText(app: FastifyInstance): void {
  app.addHook("preValidation", (request, reply, done) => {
    if (isBroken([request.params, request.query])) void sendProblem(reply, "not_found");
    else if (isBroken(request.body)) void sendProblem(reply, "invalid_request", [BROKEN]);
    else done();
  });
}

const BROKEN = {
  field: "",
  message:
    "A text in it holds a NUL, half of a character or a mark that turns its direction, or it nests too deep. Send plain UTF-8.",
};

/** Without recursion: what is judged here may be nested as deep as its sender likes. */
function isBroken(value: FastifyRequest["body"]): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === "string" && !isText(next.value)) return true;
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth >= DEPTH_MAX) return true;
    for (const [key, inner] of Object.entries(next.value)) {
      if (!isText(key)) return true;
      // Shown to nobody, and whoever has such a one must still come in.
      if (!SECRETS.has(key)) open.push({ value: inner, depth: next.depth + 1 });
      else if (typeof inner === "string" && UNSTORABLE.test(inner)) return true;
    }
  }
  return false;
}

const UNSTORABLE = /\0|\p{Surrogate}/u;
const SECRETS: ReadonlySet<string> = new Set(["password"]);
const isText = (text: string): boolean => !UNSTORABLE.test(text) && !turnsDirection(text);
