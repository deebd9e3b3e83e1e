import type { ApiProblem } from "@strideiq/client";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** What a server refuses, in sentences: what is wrong, and what to do. */
export const sentencesOf = ({ title, detail, errors, retryAfterSeconds }: ApiProblem): readonly string[] => {
  const wait = retryAfterSeconds === null ? [] : [`It may be tried again in ${String(retryAfterSeconds)} s.`];
  const fields = errors.map(({ message }) => message);
  return fields.length > 0 ? [...fields, ...wait] : [`${title} ${detail}`.trim(), ...wait];
};

/** Tells why there is no answer, and says with which code to end. */
export function tellProblem(problem: ApiProblem, terminal: Terminal): ExitCode {
  sentencesOf(problem).forEach(terminal.complain);
  switch (problem.code) {
    case "invalid_request":
      return EXIT.usage;
    case "change_refused":
      return EXIT.refused;
    default:
      return EXIT.server;
  }
}
