import {
  type FieldError,
  type Problem,
  PROBLEM_MEDIA_TYPE,
  type ProblemCode,
  problemOf,
} from "@strideiq/contracts";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { drain } from "./drain.ts";
import { fieldErrorsOf } from "./field-errors.ts";

/** Answers with a problem of the catalogue. */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  errors?: readonly FieldError[],
  more: Partial<Pick<Problem, "key" | "errorCode">> = {},
): FastifyReply {
  const problem = { ...problemOf(code, errors, reply.request.id), ...more };
  return (
    reply
      .code(problem.status)
      .type(PROBLEM_MEDIA_TYPE)
      .header("cache-control", "no-store")
      // Rendered here: the schemas of a route know its own problems only, and a problem must always get out.
      .serializer((payload: unknown) => JSON.stringify(payload))
      .send(problem)
  );
}

const CODES_BY_STATUS: ReadonlyMap<number, ProblemCode> = new Map([
  [404, "not_found"],
  [413, "body_too_large"],
  [415, "unsupported_media_type"],
  [429, "too_many_requests"],
]);

const MALFORMED_JSON = new Set(["FST_ERR_CTP_INVALID_JSON_BODY", "FST_ERR_CTP_EMPTY_JSON_BODY"]);

/** Turns everything that goes wrong into a problem; only our own defects are logged as errors. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request: FastifyRequest, reply) => {
    if (reply.getHeader("connection") === "close") await drain(request.raw);
    // An id that is none cannot be the id of anything.
    if (error.validationContext === "params") return sendProblem(reply, "not_found");
    const errors = fieldErrorsOf(error, request);
    if (errors !== undefined) return sendProblem(reply, "invalid_request", errors);
    if (isOwnerGone(error)) return sendProblem(reply, "session_ended");
    if (isDatabaseAway(error)) return sendProblem(reply.header("retry-after", "2"), "not_ready");
    if (error.code === DISK_FULL) {
      request.log.error({ err: error, route: request.routeOptions.url }, "the database cannot write");
      return sendProblem(reply.header("retry-after", "60"), "not_ready");
    }
    const code = codeOf(error);
    if (code === "internal")
      request.log.error({ err: error, route: request.routeOptions.url }, "request failed");
    return sendProblem(reply, code);
  });
}

/** PostgreSQL's code when there is no room; whoever runs the server must see it. */
const DISK_FULL = "53100";
// Connections that break or are refused, and PostgreSQL's own codes for: going down, gone down, coming up, full.
const AWAY_CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[1-5]|08\d{3}|53300)$/;
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** The database restarts, or cannot be reached: nothing that a defect of ours could be blamed for. */
const isDatabaseAway = ({ code, message }: Pick<FastifyError, "code" | "message">): boolean =>
  AWAY_CODES.test(code) || AWAY_MESSAGES.test(message);

/** What was to be written belongs to an athlete or an account that was deleted meanwhile. */
const isOwnerGone = (error: FastifyError): boolean =>
  error.code === "23503" &&
  "table" in error &&
  "constraint" in error &&
  OWNER_KEYS.some((key) => error.constraint === `${String(error.table)}_${key}_fkey`);

const OWNER_KEYS = ["athlete_id", "account_id"];

function codeOf({ code, statusCode = 500 }: FastifyError): ProblemCode {
  // A syntax error of JSON.parse has no code of its own.
  if (MALFORMED_JSON.has(code) || (statusCode === 400 && code === "")) return "malformed_json";
  const known = CODES_BY_STATUS.get(statusCode);
  if (known !== undefined) return known;
  return statusCode >= 400 && statusCode < 500 ? "bad_request" : "internal";
}
