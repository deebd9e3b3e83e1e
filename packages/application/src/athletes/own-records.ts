import type { CalendarDate, RaceDistance } from "@strideiq/engine";
import type { Page } from "../page.ts";
import type { AthleteScope, PlanKey } from "../plans/plan-record.ts";

/** What became of a change that names the revision it was made for. */
export type Changed<T> =
  | { readonly state: "changed"; readonly value: T }
  | { readonly state: "not_found" }
  | { readonly state: "changed_meanwhile" };

/** What an athlete says of a race it wants to run. Times in seconds. */
export interface GoalTerms {
  readonly name: string | null;
  readonly distance: RaceDistance;
  readonly raceDate: CalendarDate;
  readonly targetSeconds: number | null;
  readonly priority: "a" | "b" | "c";
  readonly state: "open" | "raced" | "dropped";
}

export interface Goal extends GoalTerms {
  readonly id: string;
  /** Counts the changes. */
  readonly revision: number;
  readonly createdAt: Date;
}

export interface Goals {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly Goal[]>;
  readonly find: (scope: AthleteScope, id: string) => Promise<Goal | undefined>;
  /** What is there under this id already stays as it is. */
  readonly add: (scope: AthleteScope, id: string, terms: GoalTerms) => Promise<Goal>;
  readonly change: (
    scope: AthleteScope,
    id: string,
    terms: GoalTerms,
    expected: number | undefined,
  ) => Promise<Changed<Goal>>;
  readonly remove: (scope: AthleteScope, id: string, expected: number | undefined) => Promise<Changed<null>>;
}

/** What an athlete tells of a session. Metres and seconds; effort from 1 to 10. */
export interface CompletionTerms {
  readonly state: "done" | "partly_done" | "skipped";
  readonly doneOn: CalendarDate | null;
  readonly metres: number | null;
  readonly seconds: number | null;
  readonly effort: number | null;
  readonly note: string | null;
}

export interface CompletionRecord extends CompletionTerms {
  readonly sessionId: string;
  readonly source: "manual" | "matched";
  readonly revision: number;
  readonly updatedAt: Date;
}

/** A session was told to be run on a day that is too far from its plan to be one of it. */
export interface OutsideThePlan {
  readonly state: "outside_the_plan";
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** What became of sessions. What is told by hand wins over what was matched; both are kept. */
export interface Completions {
  /** By session id, the one that counts of each; undefined when there is no such plan. */
  readonly list: (key: PlanKey, page: Page<string>) => Promise<readonly CompletionRecord[] | undefined>;
  /** The one of a session that counts. */
  readonly find: (key: PlanKey, sessionId: string) => Promise<CompletionRecord | undefined>;
  /** Tells of a session by hand; not found when the plan has no such session. */
  readonly tell: (
    key: PlanKey,
    sessionId: string,
    terms: CompletionTerms,
    expected: number | undefined,
  ) => Promise<Changed<CompletionRecord> | OutsideThePlan>;
  /** Takes back what was told by hand; what was matched counts again. */
  readonly takeBack: (
    key: PlanKey,
    sessionId: string,
    expected: number | undefined,
  ) => Promise<Changed<null>>;
}

/** The first text about health data that speaks of what plans are told. */
export const TEXT_OF_PLANS = "2026-11-24";

export interface Consent {
  readonly id: string;
  readonly kind: "health_data";
  /** The day of the text that was agreed to. */
  readonly textVersion: CalendarDate;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface Consents {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly Consent[]>;
  /** The consent in force, which takes the place of one to an older text. */
  readonly give: (scope: AthleteScope, id: string, textVersion: CalendarDate) => Promise<Consent>;
  /** Whether what is told to a plan about health may be kept. */
  readonly coversPlans: (scope: AthleteScope) => Promise<boolean>;
  /** Withdraws it and removes every answer about health that it covered, and such words from plans. */
  readonly withdraw: (scope: AthleteScope, id: string) => Promise<Consent | undefined>;
}

/** Answers by the name of the question: text, numbers, yes or no. */
type Answers = Readonly<Record<string, unknown>>;

export interface Questionnaire {
  readonly id: string;
  readonly answers: Answers;
  readonly healthAnswers: Answers | null;
  readonly createdAt: Date;
}

/** Answers about health without a consent in force. */
export interface ConsentNeeded {
  readonly type: "ConsentNeeded";
}

export interface Questionnaires {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly Questionnaire[]>;
  readonly add: (
    scope: AthleteScope,
    told: Pick<Questionnaire, "id" | "answers" | "healthAnswers">,
  ) => Promise<Questionnaire | ConsentNeeded>;
}

export type ApiKeyScope = "read" | "write" | "evaluate_flags";

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The beginning of the key, to tell it from others. */
  readonly prefix: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: Date | null;
}

/** Keys for programs. The key itself is told once, and kept as a hash. */
export interface ApiKeys {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly ApiKey[]>;
  readonly create: (
    scope: AthleteScope,
    key: NewApiKey,
  ) => Promise<{ readonly key: ApiKey; readonly secret: string }>;
  readonly revoke: (scope: AthleteScope, id: string) => Promise<ApiKey | undefined>;
  /** Whose key it is; undefined for one that is unknown, revoked, or has run out. */
  readonly findOwner: (secret: string) => Promise<KeyOwner | undefined>;
}

export interface KeyOwner extends AthleteScope {
  readonly keyId: string;
  readonly scopes: readonly ApiKeyScope[];
}
