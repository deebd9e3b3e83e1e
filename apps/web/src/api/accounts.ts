import type { Answers, Bodies } from "@strideiq/client";
import type { Result } from "@strideiq/engine";
import { type ApiProblem, ask } from "./client.ts";

type Told<Operation extends keyof Answers> = Promise<Result<Answers[Operation], ApiProblem>>;

export const signUp = (body: Bodies["POST /v1/accounts"]): Told<"POST /v1/accounts"> =>
  ask("POST /v1/accounts", { body });

export const signUpAdmin = (body: Bodies["POST /v1/accounts/admin"]): Told<"POST /v1/accounts/admin"> =>
  ask("POST /v1/accounts/admin", { body });

export const signIn = (body: Bodies["POST /v1/sessions"]): Told<"POST /v1/sessions"> =>
  ask("POST /v1/sessions", { body });

export const signOut = (): Told<"DELETE /v1/sessions/current"> => ask("DELETE /v1/sessions/current");

export const sendResetLink = (email: string): Told<"POST /v1/password-resets"> =>
  ask("POST /v1/password-resets", { body: { email } });

export const spendResetLink = (token: string, password: string): Told<"POST /v1/password-resets/spend"> =>
  ask("POST /v1/password-resets/spend", { body: { token, password } });

export const sendConfirmation = (email: string): Told<"POST /v1/email-confirmations"> =>
  ask("POST /v1/email-confirmations", { body: { email } });

export const spendConfirmation = (token: string): Told<"POST /v1/email-confirmations/spend"> =>
  ask("POST /v1/email-confirmations/spend", { body: { token } });
