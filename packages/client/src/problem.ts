import type { FieldError, ProblemCode } from "@strideiq/contracts";

/** Why there is no answer; `code` says which problem it is, the rest says it to people. */
export interface ApiProblem {
  /** Of HTTP; 0 when nothing came back. */
  readonly status: number;
  readonly code: ProblemCode | ClientProblemCode;
  readonly title: string;
  /** What to do. */
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** How long the server wants to be left alone; null when it does not say. */
  readonly retryAfterSeconds: number | null;
  /** Names the request in the server's logs. */
  readonly requestId: string | null;
}

/** What goes wrong before a server could say so: no way to it, an answer that is none of ours, or enough waited. */
export type ClientProblemCode = "offline" | "unreadable" | "aborted";

const NOTHING_SAID = { status: 0, errors: [], retryAfterSeconds: null, requestId: null } as const;

export const OFFLINE: ApiProblem = {
  ...NOTHING_SAID,
  code: "offline",
  title: "The server cannot be reached.",
  detail: "Check the connection, and whether the server runs; then try again. Nothing you typed is lost.",
};

export const ABORTED: ApiProblem = {
  ...NOTHING_SAID,
  code: "aborted",
  title: "The waiting was ended.",
  detail: "Ask again when you want to.",
};

/** Reads application/problem+json; anything else, such as a proxy's page, becomes a plain sentence. */
export function readProblem(status: number, retryAfter: string | null, body: unknown): ApiProblem {
  const code = textAt(body, "code");
  const retryAfterSeconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  if (code === undefined) return { ...UNREADABLE, status, retryAfterSeconds };
  return {
    status,
    // A newer server may know a code that we do not; whoever looks for certain ones passes it by.
    code: code as ProblemCode,
    title: textAt(body, "title") ?? UNREADABLE.title,
    detail: textAt(body, "detail") ?? "",
    errors: errorsOf(body),
    retryAfterSeconds,
    requestId: textAt(body, "requestId") ?? null,
  };
}

const UNREADABLE: ApiProblem = {
  ...NOTHING_SAID,
  code: "unreadable",
  title: "The server's answer makes no sense.",
  detail: "Try again in a moment. If it happens again, look at what stands between you and the server.",
};

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key);
  return typeof found === "string" && found !== "" ? found : undefined;
}

function errorsOf(body: unknown): readonly FieldError[] {
  const errors = valueAt(body, "errors");
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    const [field, message] = [valueAt(error, "field"), valueAt(error, "message")];
    return typeof field === "string" && typeof message === "string" ? [{ field, message }] : [];
  });
}
