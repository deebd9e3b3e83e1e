import type { JobProblem } from "@strideiq/adapters";
import type { FastifyInstance } from "fastify";

/** Hears of problems that are nobody's request. */
export interface Reporter {
  readonly say: (problem: unknown, about?: JobProblem) => void;
  /** From now on it goes into this application's log. */
  readonly use: (app: FastifyInstance) => void;
}

/** The queue can have something to say before there is an application with a log. */
export function createReporter(): Reporter {
  type Say = Reporter["say"];
  const early: Parameters<Say>[] = [];
  let write: Say = (...said) => void early.push(said);
  return {
    say: (problem, about) => {
      write(problem, about);
    },
    use: (app) => {
      write = (problem, about) => {
        app.log.warn(
          { ...about, err: problem },
          "something beside the requests had a problem, and the server goes on",
        );
      };
      for (const said of early) write(...said);
    },
  };
}
