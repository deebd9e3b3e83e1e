import type { Result } from "@strideiq/engine";
import type { Conditional, Paths, Queries } from "./operation-addresses.ts";
import type { Answers, Bodies } from "./operations.ts";
import type { ApiProblem } from "./problem.ts";

/** An operation as `GET /v1/plans/{planId}`. */
export type OperationName = keyof Answers;

type PathPart<O> = O extends keyof Paths ? { readonly path: Paths[O] } : unknown;
type QueryPart<O> = O extends keyof Queries
  ? object extends Queries[O]
    ? { readonly query?: Queries[O] }
    : { readonly query: Queries[O] }
  : unknown;
type BodyPart<O> = O extends keyof Bodies ? { readonly body: Bodies[O] } : unknown;
type ConditionPart<O> = O extends Conditional
  ? {
      /** The ETag of the state that the change was made for; `*` for whichever it is. */
      readonly ifMatch: string;
    }
  : unknown;

interface Common {
  /** Ends the waiting; the answer is then the problem `aborted`. */
  readonly signal?: AbortSignal;
  /**
   * For what is to be done once although it may be asked again from elsewhere, such as after a reload.
   * Without it each call of an operation that is kept has a key of its own.
   */
  readonly idempotencyKey?: string;
}

/** All that an operation has to be told. */
export type Question<O extends OperationName> = PathPart<O> &
  QueryPart<O> &
  BodyPart<O> &
  ConditionPart<O> &
  Common;

/** An answer: what it says, and where that stands. */
export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  /** For `ifMatch`; null where nothing is said of the state. */
  readonly etag: string | null;
  /** The address of what was made. */
  readonly location: string | null;
}

/** Asks the API. What goes wrong comes back as a value; nothing is thrown. */
export type Ask = <O extends OperationName>(
  operation: O,
  ...question: object extends Question<O> ? [question?: Question<O>] : [question: Question<O>]
) => Promise<Result<Answered<Answers[O]>, ApiProblem>>;
