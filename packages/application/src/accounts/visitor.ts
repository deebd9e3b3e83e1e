import type { ApiKeys, KeyOwner } from "../athletes/own-records.ts";
import type { NewId } from "../plans/ports.ts";
import type { Account, Accounts, Athletes } from "./ports.ts";

/** How long a guest's cookie and everything made with it lasts. */
export const GUEST_DAYS = 14;

/** Whose request it is. */
export type Visitor =
  | { readonly kind: "guest"; readonly athleteId: string }
  | SignedInVisitor
  /** A program, for the athlete who gave it a key. */
  | ({ readonly kind: "api_key" } & KeyOwner);

export interface SignedInVisitor {
  readonly kind: "account";
  readonly athleteId: string;
  readonly account: Account;
}

/** Who a header with cookies says is there, where that is plain at one look; undefined says nothing. */
export type FindSignedIn = (cookies: string) => Promise<SignedInVisitor | undefined>;

/** What a request brings along to say who it is from. */
export interface Papers {
  /** The header with all cookies; undefined when there is none. */
  readonly cookies: string | undefined;
  /** The header Authorization; undefined when there is none. */
  readonly authorization: string | undefined;
  /** The athlete of a guest's cookie whose signature is right. */
  readonly guestId: string | undefined;
}

export type FindVisitor = (papers: Papers) => Promise<Visitor | undefined>;

export interface VisitorDeps {
  readonly accounts: Pick<Accounts, "find">;
  readonly findSignedIn: FindSignedIn;
  readonly athletes: Athletes;
  readonly apiKeys: Pick<ApiKeys, "findOwner">;
  readonly newId: NewId;
}

/** Who is asking; undefined for somebody who has done nothing here yet. A key goes before a session, and a session before a guest's cookie. */
export const createFindVisitor =
  ({ accounts, findSignedIn, athletes, apiKeys, newId }: VisitorDeps): FindVisitor =>
  async ({ authorization, cookies, guestId }) => {
    if (authorization !== undefined) {
      const [, secret = ""] = /^Bearer (\S{1,200})$/i.exec(authorization) ?? [];
      const owner = await apiKeys.findOwner(secret);
      return owner && { kind: "api_key", ...owner };
    }
    const signedIn = cookies === undefined ? undefined : await findSignedIn(cookies);
    if (signedIn !== undefined) return signedIn;
    const account = cookies === undefined ? undefined : await accounts.find(cookies);
    if (account !== undefined) {
      // Made at sign-up; made again should the process have died in between.
      const athleteId = await athletes.ofAccount(account, { newId: newId() });
      return { kind: "account", athleteId, account };
    }
    if (guestId === undefined || !(await athletes.isGuest(guestId))) return undefined;
    return { kind: "guest", athleteId: guestId };
  };

/** Who somebody new here will be, with nothing stored of them yet, and until when. */
export type NameGuest = () => { readonly athleteId: string; readonly expiresAt: Date };

export const createNameGuest =
  ({ newId, now }: { readonly newId: NewId; readonly now: () => Date }): NameGuest =>
  () => ({ athleteId: newId(), expiresAt: new Date(now().getTime() + GUEST_DAYS * 24 * 3_600_000) });

export type WelcomeGuest = () => Promise<{ readonly visitor: Visitor; readonly expiresAt: Date }>;

/** Makes a guest of somebody who does the first thing worth keeping. */
export const createWelcomeGuest =
  ({
    athletes,
    nameGuest,
  }: Pick<VisitorDeps, "athletes"> & { readonly nameGuest: NameGuest }): WelcomeGuest =>
  async () => {
    const { athleteId, expiresAt } = nameGuest();
    await athletes.createGuest(athleteId, expiresAt);
    return { visitor: { kind: "guest", athleteId }, expiresAt };
  };
