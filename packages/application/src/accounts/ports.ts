import type { Result } from "@strideiq/engine";
import type { Page } from "../page.ts";

export const ACCOUNT_ROLES = ["athlete", "coach", "admin"] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** Somebody who signs in. It is no athlete; it has one. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
}

/** What a browser is to be told to remember or forget: values of Set-Cookie. */
export type Cookies = readonly string[];

export interface SignedIn {
  readonly account: Account;
  readonly cookies: Cookies;
  /** Set where the address has to be confirmed first: a letter is on its way, and there is no session yet. */
  readonly waitsForConfirmation?: true;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface EmailTaken {
  readonly type: "EmailTaken";
}
export interface WrongCredentials {
  readonly type: "WrongCredentials";
}
/** The password is right, and the address is not confirmed. */
export interface EmailUnconfirmed {
  readonly type: "EmailUnconfirmed";
  readonly account: Account;
}
export interface ConfirmationSpent {
  readonly type: "ConfirmationSpent";
}
export interface ResetLinkSpent {
  readonly type: "ResetLinkSpent";
}

/** Accounts, passwords and sessions. */
export interface Accounts {
  /** Somebody trusted need not confirm the address. */
  readonly create: (
    account: NewAccount,
    terms?: { readonly isTrusted?: boolean },
  ) => Promise<Result<SignedIn, EmailTaken>>;
  readonly signIn: (
    email: string,
    password: string,
  ) => Promise<Result<SignedIn, WrongCredentials | EmailUnconfirmed>>;
  /** Sends another link to confirm an address, where that is asked for and not done; says nothing of whether it is. */
  readonly sendConfirmation: (email: string) => Promise<void>;
  /** Confirms the address that a link was sent to. */
  readonly confirm: (token: string) => Promise<Result<void, ConfirmationSpent>>;
  /** Ends the session that these cookies belong to. */
  readonly signOut: (cookieHeader: string) => Promise<Cookies>;
  /** Whose session it is; undefined when there is none, or it ran out, or its account may not come. */
  readonly find: (cookieHeader: string) => Promise<Account | undefined>;
  /** Sends a link if there is such an account, and says nothing of whether there is. */
  readonly sendResetLink: (email: string) => Promise<void>;
  /** Sets the password and ends all sessions of the account. */
  readonly resetPassword: (token: string, password: string) => Promise<Result<void, ResetLinkSpent>>;
}

/** Athletes, and who they belong to. */
export interface Athletes {
  /** A new athlete without an account, until the given moment. */
  readonly createGuest: (athleteId: string, expiresAt: Date) => Promise<void>;
  readonly isGuest: (athleteId: string) => Promise<boolean>;
  /**
   * The athlete of an account. One is made where there is none; or the guest that is named becomes it,
   * with all its plans, if it still is one.
   */
  readonly ofAccount: (
    account: Pick<Account, "id" | "name">,
    candidate: { readonly newId: string; readonly takeOver?: string },
  ) => Promise<string>;
}

/**
 * Removes somebody with everything that is theirs, jobs under way, letters and names in the audit included: all of it
 * at once, or nothing. The last administrator stays.
 */
export type RemovePerson = (
  person: { readonly athleteId: string; readonly accountId?: string },
  requestId: string,
) => Promise<"removed" | "last_admin">;

/**
 * Gives what a guest made, jobs under way included, to the athlete of the account it signed in to. False when
 * it is no guest any more; then nothing changes hands.
 */
export type TakeOverGuest = (guestId: string, athleteId: string) => Promise<boolean>;

/** A letter that waits to be sent. */
export interface Mail {
  readonly accountId?: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

export type PostMail = (mail: Mail) => Promise<void>;

/** A secret that can be used once: it is kept as a hash and handed out as text. */
export interface OneTimeSecrets {
  /**
   * The secret, after it was handed out: what is not handed out is not issued. Undefined when one for this purpose is
   * still good.
   */
  readonly issue: (
    purpose: string,
    validMilliseconds: number,
    handOut: (secret: string) => Promise<void>,
  ) => Promise<string | undefined>;
  /**
   * Does what the secret is good for, and makes the account that comes of it administrator: both, or the secret stays
   * good. Of two with the same secret the second waits, and finds it spent.
   */
  readonly spendOnAdmin: <T extends { readonly account: Pick<Account, "id"> }, Problem>(
    purpose: string,
    secret: string,
    work: () => Promise<Result<T, Problem>>,
  ) => Promise<Result<T, Problem | "spent">>;
}

/** An account as an administrator sees it. */
export interface AccountRecord extends Account {
  readonly createdAt: Date;
}

export interface AccountRegister {
  /** Newest first; the cursor is an id. */
  readonly list: (page: Page<string>) => Promise<readonly AccountRecord[]>;
  /** Nobody takes the last administrator away. */
  readonly changeRole: (
    accountId: string,
    role: AccountRole,
  ) => Promise<
    { readonly account: AccountRecord; readonly before: AccountRole } | "not_found" | "last_admin"
  >;
}
