import type { Socket } from "node:net";
import { PROBLEM_MEDIA_TYPE, problemOf } from "@strideiq/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "./problems.ts";

/** What no hook sees is given by hand what the hooks give to every other answer; there is no page in it to allow for. */
const BARE_HEADERS = {
  "content-security-policy": "default-src 'none';frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
} as const;

/** Answers what is refused before there is a route: an address that cannot be decoded, or is too long to be one. */
export function answerFrameworkErrors(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply.headers({ ...BARE_HEADERS, "x-request-id": request.id }), "bad_request");
}

/** Answers what is no HTTP, or has more headers than are read; the connection ends with it. */
export const answerClientErrors =
  (newId: () => string) =>
  ({ code }: { readonly code?: string }, socket: Socket): void => {
    if (code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const id = newId();
    const problem = problemOf(
      code === "HPE_HEADER_OVERFLOW" ? "headers_too_large" : "bad_request",
      undefined,
      id,
    );
    const body = JSON.stringify(problem);
    const headers = {
      ...BARE_HEADERS,
      "cache-control": "no-store",
      "content-type": PROBLEM_MEDIA_TYPE,
      "content-length": String(Buffer.byteLength(body)),
      "x-request-id": id,
      connection: "close",
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${String(problem.status)} ${problem.title}`, ...lines, "", body].join("\r\n"));
  };
