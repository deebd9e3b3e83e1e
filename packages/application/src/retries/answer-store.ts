import type { AthleteScope } from "../plans/plan-record.ts";

/** How long the answer to a request that may be sent again is kept. */
export const ANSWER_HOURS = 24;

/** What was answered, to be answered again. Cookies are no part of it. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a request is, beside the key that its sender gave it. */
export interface RequestPrint {
  /** Method and route, `POST /v1/plans`. */
  readonly operation: string;
  /** SHA-256 over everything that decides about the answer. */
  readonly hash: Uint8Array;
}

export type Reservation =
  /** Nobody has done this yet: it is to be done now. `since` is when the key was first seen. */
  | { readonly state: "reserved"; readonly since: Date }
  | { readonly state: "answered"; readonly answer: KeptAnswer }
  /** The same request is being worked on at this moment. */
  | { readonly state: "under_way" }
  /** The key was given to another request before. */
  | { readonly state: "used_otherwise" };

/** Answers by athlete and key, so that a request which is sent twice is done once. */
export interface AnswerStore {
  readonly reserve: (scope: AthleteScope, key: string, print: RequestPrint) => Promise<Reservation>;
  readonly keep: (scope: AthleteScope, key: string, answer: KeptAnswer) => Promise<void>;
  /** Keeps the answer to a request by which its sender became somebody here: it could reserve nothing before. */
  readonly remember: (
    scope: AthleteScope,
    key: string,
    print: RequestPrint,
    answer: KeptAnswer,
  ) => Promise<void>;
  /** Forgets a reservation whose request came to nothing. */
  readonly release: (scope: AthleteScope, key: string) => Promise<void>;
}
