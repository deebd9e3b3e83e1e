import { ok, type Result } from "@strideiq/engine";
import type { NewId } from "../plans/ports.ts";
import type { Accounts, Athletes, EmailUnconfirmed, TakeOverGuest, WrongCredentials } from "./ports.ts";
import type { SignedUp } from "./sign-up.ts";

interface SignInDeps {
  readonly accounts: Pick<Accounts, "signIn">;
  readonly athletes: Pick<Athletes, "ofAccount">;
  readonly takeOver: TakeOverGuest;
  readonly newId: NewId;
}

/** Who may sign in, and as which guest they came. */
export type SignIn = (
  credentials: { readonly email: string; readonly password: string },
  guestId: string | undefined,
) => Promise<Result<SignedUp & { readonly tookOver: boolean }, WrongCredentials | EmailUnconfirmed>>;

/** Signs in; what was made as a guest before joins what the account has. */
export const createSignIn =
  ({ accounts, athletes, takeOver, newId }: SignInDeps): SignIn =>
  async ({ email, password }, guestId) => {
    const done = await accounts.signIn(email, password);
    if (!done.ok) return done;
    const athleteId = await athletes.ofAccount(done.value.account, { newId: newId() });
    const tookOver = guestId !== undefined && (await takeOver(guestId, athleteId));
    return ok({ ...done.value, athleteId, tookOver });
  };
