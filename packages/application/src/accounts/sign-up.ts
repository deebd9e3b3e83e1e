import { err, ok, type Result } from "@strideiq/engine";
import { LOCAL_ATHLETE_ID } from "../athletes/local-athlete.ts";
import type { NewId } from "../plans/ports.ts";
import type { Accounts, Athletes, EmailTaken, NewAccount, OneTimeSecrets, SignedIn } from "./ports.ts";

interface SignUpDeps {
  readonly accounts: Pick<Accounts, "create">;
  readonly athletes: Pick<Athletes, "ofAccount">;
  readonly newId: NewId;
}

export interface SignedUp extends SignedIn {
  readonly athleteId: string;
}

export type SignUp = (
  account: NewAccount,
  guestId: string | undefined,
  terms?: { readonly isTrusted?: boolean },
) => Promise<Result<SignedUp, EmailTaken>>;

/** Makes an account, signs it in, and lets it keep what it made as a guest. */
export const createSignUp =
  ({ accounts, athletes, newId }: SignUpDeps): SignUp =>
  async (wanted, guestId, terms) => {
    const created = await accounts.create(wanted, terms);
    if (!created.ok) return created;
    const athleteId = await athletes.ofAccount(created.value.account, {
      newId: newId(),
      ...(guestId === undefined ? {} : { takeOver: guestId }),
    });
    return ok({ ...created.value, athleteId });
  };

export interface AdminLinkSpent {
  readonly type: "AdminLinkSpent";
}

export type SignUpAdmin = (
  secret: string,
  account: NewAccount,
) => Promise<Result<SignedUp, EmailTaken | AdminLinkSpent>>;

export const ADMIN_LINK = "admin-link";

/** Makes the first administrator. It takes over what was made here before there were accounts. */
export const createSignUpAdmin =
  ({
    secrets,
    ...deps
  }: SignUpDeps & { readonly secrets: Pick<OneTimeSecrets, "spendOnAdmin"> }): SignUpAdmin =>
  async (secret, wanted) => {
    // An address that is taken costs nobody the link. Whoever can read the file with it need not prove more.
    const done = await secrets.spendOnAdmin(ADMIN_LINK, secret, () =>
      createSignUp(deps)(wanted, LOCAL_ATHLETE_ID, { isTrusted: true }),
    );
    if (!done.ok) return err(done.error === "spent" ? { type: "AdminLinkSpent" } : done.error);
    return ok({ ...done.value, account: { ...done.value.account, role: "admin" } });
  };
