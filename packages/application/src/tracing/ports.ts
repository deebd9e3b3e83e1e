/**
 * All that a trace may tell of a piece of work: what it was and how it went. Whose it was, what somebody wrote and what
 * an address held beyond its route have no name here, so that nothing can tell them by a slip.
 */
export interface TraceFacts {
  readonly "http.request.method"?: string;
  readonly "http.route"?: string;
  readonly "http.response.status_code"?: number;
  readonly "db.system.name"?: "postgresql";
  /** A statement with places for its values, and without them. */
  readonly "db.query.text"?: string;
  readonly "messaging.destination.name"?: string;
  readonly "error.type"?: string;
  readonly "strideiq.request_id"?: string;
  readonly "strideiq.job_id"?: string;
  readonly "strideiq.outcome"?: string;
  /** The law in the way of a wish. */
  readonly "strideiq.law"?: string;
}

/** A piece of work under way. */
export interface TraceSpan {
  /** What is begun meanwhile is a part of it, and has its request and its job. */
  readonly run: <T>(work: () => T) => T;
  readonly end: (facts?: TraceFacts, isFault?: boolean) => void;
}

interface SpanOptions {
  readonly kind?: "server" | "consumer";
  /** What was carried to here: it is a part of that, and of nothing that happens to go on in this process. */
  readonly carried?: string | null;
}

/** Where the time of a request goes, told to whoever operates the service, when they asked. */
export interface Tracing {
  readonly begin: (name: string, facts: TraceFacts, options?: SpanOptions) => TraceSpan;
  /** Tells of what has just ended. Nothing is told of what is no part of anything. */
  readonly tellEnded: (name: string, facts: TraceFacts, milliseconds: number, isFault: boolean) => void;
  /** By what another process goes on with this trace; undefined outside of any. */
  readonly carry: () => string | undefined;
}
