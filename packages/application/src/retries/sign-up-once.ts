import { err, ok, type Result } from "@strideiq/engine";
import type {
  Accounts,
  Athletes,
  EmailUnconfirmed,
  NewAccount,
  SignedIn,
  WrongCredentials,
} from "../accounts/ports.ts";
import type { SignedUp } from "../accounts/sign-up.ts";
import type { NewId } from "../plans/ports.ts";

/** Sign-ups by the key that their sender gave them: nobody is known yet whose key it could be. */
export interface SignUpKeys {
  /**
   * Takes the key for this sign-up, or says which account it made. A key that is held by one that died is given anew
   * after a while.
   */
  readonly claim: (
    key: string,
    print: Uint8Array,
  ) => Promise<"claimed" | "under_way" | "used_otherwise" | { readonly accountId: string }>;
  readonly keep: (key: string, accountId: string) => Promise<void>;
  /** Forgets a key whose sign-up came to nothing. */
  readonly release: (key: string) => Promise<void>;
}

export interface KeyProblem {
  readonly type: "UnderWay" | "UsedOtherwise";
}

/** A request to sign up that may be sent again. */
export interface SignUpAttempt {
  /** Undefined when whoever sends it gave it none. */
  readonly key: string | undefined;
  /** SHA-256 over what was sent, without the password. */
  readonly print: Uint8Array;
  readonly wanted: NewAccount;
}

export interface SignUpOnceDeps {
  readonly keys: SignUpKeys;
  readonly accounts: Pick<Accounts, "signIn">;
  readonly athletes: Pick<Athletes, "ofAccount">;
  readonly newId: NewId;
}

export interface MadeOnce extends SignedUp {
  /** Whether the account was there already, made by the same request. */
  readonly isReplayed: boolean;
}

export type SignUpOnce = <Problem>(
  attempt: SignUpAttempt,
  make: () => Promise<Result<SignedUp, Problem>>,
) => Promise<Result<MadeOnce, Problem | KeyProblem>>;

/** Signs up once, however often the request comes; again it opens a session, for whoever knows the password. */
export const createSignUpOnce =
  (deps: SignUpOnceDeps): SignUpOnce =>
  async ({ key, print, wanted }, make) => {
    if (key === undefined) return first(await make());
    const claim = await deps.keys.claim(key, print);
    if (claim === "under_way") return err({ type: "UnderWay" });
    if (claim === "used_otherwise") return err({ type: "UsedOtherwise" });
    if (claim !== "claimed") return again(deps, claim.accountId, wanted);
    try {
      const made = await make();
      if (made.ok) await deps.keys.keep(key, made.value.account.id);
      else await deps.keys.release(key);
      return first(made);
    } catch (problem) {
      await deps.keys.release(key);
      throw problem;
    }
  };

const first = <Problem>(made: Result<SignedUp, Problem>): Result<MadeOnce, Problem> =>
  made.ok ? ok({ ...made.value, isReplayed: false }) : made;

async function again(
  { accounts, athletes, newId }: SignUpOnceDeps,
  accountId: string,
  { email, password }: NewAccount,
): Promise<Result<MadeOnce, KeyProblem>> {
  const done = await accounts.signIn(email, password);
  const found = done.ok ? done.value : unconfirmed(done.error);
  if (found?.account.id !== accountId) return err({ type: "UsedOtherwise" });
  const athleteId = await athletes.ofAccount(found.account, { newId: newId() });
  return ok({ ...found, athleteId, isReplayed: true });
}

/** The password is right: it is the same sign-up, whose letter is on its way. */
const unconfirmed = (problem: WrongCredentials | EmailUnconfirmed): SignedIn | undefined =>
  problem.type === "EmailUnconfirmed"
    ? { account: problem.account, cookies: [], waitsForConfirmation: true }
    : undefined;
