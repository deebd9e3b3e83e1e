import {
  type Account,
  ACCOUNT_ROLES,
  type Accounts,
  type PostMail,
  type SignedIn,
} from "@strideiq/application";
import { err, ok, type Result } from "@strideiq/engine";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { hashPassword, verifyPassword } from "./passwords.ts";
import { TABLES } from "./tables.ts";

export interface AccountsDeps {
  /** The application's connections (Kysely). The library's own type for it names runtimes that are not here. */
  readonly database: { readonly db: unknown; readonly type: "postgres" };
  readonly secret: string;
  /** Whether people reach the page by https: then cookies travel by nothing else. */
  readonly isSecure: boolean;
  /** Under which address people open the page; links in mail begin with it. */
  readonly publicUrl: () => string;
  readonly newId: () => string;
  /** Whether an address has to be confirmed before its account can be signed in to. */
  readonly confirmsEmail: boolean;
  readonly postMail: PostMail;
  /** Somebody chose a new password. */
  readonly onPasswordChanged: (accountId: string) => Promise<void>;
  readonly isBanned: (accountId: string) => Promise<boolean>;
  /** Somebody is known to be who they say, without a letter. */
  readonly markConfirmed: (accountId: string) => Promise<void>;
}

export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
const SESSION_SECONDS = 30 * 24 * 3600;
const SESSION_RENEW_SECONDS = 24 * 3600;
/** A session is made longer when it lasts for less than this. */
export const SESSION_FRESH_SECONDS = SESSION_SECONDS - SESSION_RENEW_SECONDS;
const RESET_SECONDS = 3600;
const CONFIRM_SECONDS = 24 * 3600;
const COOKIE_PREFIX = "strideiq";
const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token=`;

/** Accounts with better-auth. Its own addresses are not served: the API has its own, documented, in front. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const auth = createAuth(deps);
  const headers = (cookie: string): Headers => new Headers({ cookie });
  return {
    create: ({ name, email, password }, { isTrusted = false } = {}) =>
      expecting({ type: "EmailTaken" } as const, async () => {
        const body = { name, email, password };
        const { headers: set, response } = await auth.api.signUpEmail({ body, returnHeaders: true });
        const made = signedIn({ ...response.user, role: "athlete" }, set);
        if (isTrusted) await deps.markConfirmed(made.account.id);
        if (!deps.confirmsEmail || isTrusted) return made;
        const own = headers(cookieOf(made.cookies));
        await auth.api.sendVerificationEmail({ body: { email }, headers: own });
        await auth.api.signOut({ headers: own });
        return { ...made, cookies: [], waitsForConfirmation: true };
      }),
    signIn: async (email, password) => {
      const done = await expecting({ type: "WrongCredentials" } as const, async () => {
        const { headers: set, response } = await auth.api.signInEmail({
          body: { email, password },
          returnHeaders: true,
        });
        if (await deps.isBanned(response.user.id)) throw new APIError("UNAUTHORIZED");
        return { ...signedIn(response.user, set), isConfirmed: response.user.emailVerified };
      });
      if (!done.ok) return done;
      const { isConfirmed, ...found } = done.value;
      if (isConfirmed || !deps.confirmsEmail) return ok(found);
      await auth.api.signOut({ headers: headers(cookieOf(found.cookies)) });
      return err({ type: "EmailUnconfirmed", account: found.account });
    },
    sendConfirmation: async (email) => {
      if (deps.confirmsEmail) await auth.api.sendVerificationEmail({ body: { email } });
    },
    confirm: (token) =>
      expecting({ type: "ConfirmationSpent" } as const, async () => {
        await auth.api.verifyEmail({ query: { token } });
      }),
    signOut: async (cookie) => {
      const { headers: set } = await auth.api.signOut({ headers: headers(cookie), returnHeaders: true });
      return set.getSetCookie();
    },
    find: async (cookie) => {
      // A guest has cookies too, and nothing to be looked up here.
      if (!cookie.includes(SESSION_COOKIE)) return undefined;
      const found = await auth.api.getSession({ headers: headers(cookie) });
      if (found === null || (await deps.isBanned(found.user.id))) return undefined;
      return accountOf(found.user);
    },
    sendResetLink: async (email) => {
      await auth.api.requestPasswordReset({ body: { email } });
    },
    resetPassword: (token, newPassword) =>
      expecting({ type: "ResetLinkSpent" } as const, async () => {
        await auth.api.resetPassword({ body: { token, newPassword } });
      }),
  };
}

const createAuth = ({
  database,
  secret,
  isSecure,
  publicUrl,
  newId,
  postMail,
  onPasswordChanged,
}: AccountsDeps) =>
  betterAuth({
    ...TABLES,
    database,
    secret,
    // It is asked from our own routes only, which look at host and origin themselves.
    baseURL: "http://localhost",
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/", secure: isSecure },
      database: { generateId: () => newId() },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => onPasswordChanged(user.id),
      sendResetPassword: ({ user, token }) =>
        postMail(resetMail(user, `${publicUrl()}/reset-password?token=${encodeURIComponent(token)}`)),
    },
    emailVerification: {
      expiresIn: CONFIRM_SECONDS,
      sendVerificationEmail: ({ user, token }) =>
        postMail(confirmMail(user, `${publicUrl()}/confirm-email?token=${encodeURIComponent(token)}`)),
    },
    session: {
      ...TABLES.session,
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_RENEW_SECONDS,
      // A cached session would outlive the deletion of its account.
      cookieCache: { enabled: false },
    },
  });

interface FoundUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role?: string | null | undefined;
}

const accountOf = ({ id, name, email, role }: FoundUser): Account => ({
  id,
  name,
  email,
  role: ACCOUNT_ROLES.find((known) => known === role) ?? "athlete",
});

const signedIn = (user: FoundUser, set: Headers): SignedIn => ({
  account: accountOf(user),
  cookies: set.getSetCookie(),
});

/** The cookies that were set, as a browser sends them back. */
const cookieOf = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");

/** The library throws what our callers expect as a value; a status of its own making, not ours, is a defect. */
async function expecting<T, Problem>(problem: Problem, work: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await work());
  } catch (thrown) {
    if (thrown instanceof APIError && thrown.statusCode < 500) return err(problem);
    throw thrown;
  }
}

const confirmMail = (user: { readonly id: string; readonly email: string }, link: string) => ({
  accountId: user.id,
  kind: "email_confirmation",
  recipient: user.email,
  subject: "Confirm your address for StrideIQ Plans",
  text: [
    "Somebody, you we hope, made an account with this address. Open this link within a day to confirm it:",
    "",
    link,
    "",
    "If it was not you, there is nothing to do: without the link nobody can sign in to it.",
  ].join("\n"),
});

const resetMail = (user: { readonly id: string; readonly email: string }, link: string) => ({
  accountId: user.id,
  kind: "password_reset",
  recipient: user.email,
  subject: "A new password for StrideIQ Plans",
  text: [
    "Somebody, you we hope, asked for a new password. Open this link within an hour to choose one:",
    "",
    link,
    "",
    "If it was not you, there is nothing to do: your password stays as it is.",
  ].join("\n"),
});
