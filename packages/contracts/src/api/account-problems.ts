import type { ProblemDefinition } from "./problem-definition.ts";

/** What a client can run into with accounts and sessions. */
export const ACCOUNT_PROBLEMS = {
  email_unconfirmed: {
    status: 403,
    title: "This address is not confirmed yet.",
    cure: "Open the link in the letter that was sent to it, or ask for another one at /v1/email-confirmations.",
  },
  account_not_found: {
    status: 404,
    title: "There is no such account.",
    cure: "They are listed at /v1/admin/accounts.",
  },
  last_admin: {
    status: 409,
    title: "This is the last administrator.",
    cure: "Make somebody else administrator first.",
  },
  sign_in_needed: {
    status: 401,
    title: "This needs somebody who is known here.",
    cure: "Sign in, or make a plan as a guest first.",
  },
  session_ended: {
    status: 401,
    title: "Your session has ended.",
    cure: "Sign in again; what you had is in your account. GET /v1/me, or signing out, lets you begin as somebody new.",
  },
  wrong_credentials: {
    status: 401,
    title: "Address and password do not belong together.",
    cure: "Try again, or ask for a new password.",
  },
  email_taken: {
    status: 409,
    title: "There is an account with this address.",
    cure: "Sign in, or ask for a new password.",
  },
  link_spent: {
    status: 410,
    title: "This link was used, or has run out.",
    cure: "Ask for a new one.",
  },
} as const satisfies Readonly<Record<string, ProblemDefinition>>;
