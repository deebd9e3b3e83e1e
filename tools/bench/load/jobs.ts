/** An athlete as the client knows one. */
export interface LoadedAthlete {
  readonly cookie: string;
  readonly planId: string;
  /** A session that can be run in two ways. */
  readonly sessionId: string;
}

/** What the client process is asked to do, one after the other. */
export type Job =
  /** Each connection asks again as soon as it is answered. */
  | {
      readonly kind: "greedy";
      readonly ports: readonly number[];
      readonly connections: number;
      readonly seconds: number;
      /** Asks whether a copy is still good, which is answered with 304. */
      readonly withTag: boolean;
      /** The raw server has one address and knows nobody. */
      readonly path?: string;
    }
  /** Each connection is an athlete who looks, thinks for some seconds, and looks again. */
  | {
      readonly kind: "thinking";
      readonly ports: readonly number[];
      readonly connections: number;
      readonly seconds: number;
      readonly thinkSeconds: number;
    }
  /** So many requests a second, whether or not the ones before are answered. */
  | {
      readonly kind: "day";
      readonly ports: readonly number[];
      readonly aSecond: number;
      readonly seconds: number;
      readonly wishes: readonly string[];
    };

/** How long some requests took, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface JobDone {
  readonly times: Readonly<Record<string, Times>>;
  readonly seconds: number;
  /** What was answered otherwise, or not at all, and how often. */
  readonly errors: Readonly<Record<string, number>>;
}
