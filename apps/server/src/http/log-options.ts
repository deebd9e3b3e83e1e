import type { FastifyServerOptions } from "fastify";

type LoggerOptions = Exclude<NonNullable<FastifyServerOptions["logger"]>, boolean>;

const REMOVED = "[removed]";

/** Where a secret stands by its name, whatever somebody logs one day. */
const SECRET_NAMES = [
  "password",
  "newPassword",
  "secret",
  "token",
  "cookie",
  "authorization",
  "set-cookie",
  "body",
  "text",
  "parameters",
  "detail",
];

/** What a secret looks like inside a sentence: an error quotes what it could not deal with. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(:\/\/[^:/@\s"]*):[^@\s"]+@/g, `$1:${REMOVED}@`],
  [/((?:token|secret|password|key)\\?["']\s*:\s*\\?["'])[^"'\\]+/gi, `$1${REMOVED}`],
  [/((?:token|secret|password|key)\s*[=:]\s*)[^\s"'\\&,;}]{6,}/gi, `$1${REMOVED}`],
  [/(\/admin\/welcome#)[^\s"\\]+/g, `$1${REMOVED}`],
  [/(strideiq\.guest=|better-auth[\w.-]*=|session_token=)[^\s";\\]+/g, `$1${REMOVED}`],
  [/\$argon2id?\$[^\s"\\]+/g, REMOVED],
  [/\bBearer\s+[^\s"\\]+/gi, `Bearer ${REMOVED}`],
];

/** A line of the log without anything that opens something. */
export const withoutSecrets = (line: string): string =>
  SECRET_TEXTS.reduce((text, [secret, harmless]) => text.replace(secret, harmless), line);

/** Our log: JSON lines, secrets removed by name and by look, errors without the rows that they are about. */
export const logOptions = (
  level: string,
  stream: NonNullable<LoggerOptions["stream"]>,
  role: string,
): LoggerOptions => ({
  level,
  stream: {
    write: (line: string) => {
      stream.write(withoutSecrets(line));
    },
  },
  base: { role },
  redact: { paths: SECRET_NAMES.flatMap(pathsOf), censor: REMOVED },
  serializers: { err: errorOf },
});

const pathsOf = (name: string): readonly string[] => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`];

interface LoggedError {
  readonly [field: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** PostgreSQL tells in `detail` which values it refused, and a library what it had sent: both stay out. */
function errorOf(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: messageOf(error), stack: "" };
  const code = "code" in error ? { code: String(error.code) } : {};
  const cause = error.cause === undefined ? {} : { cause: errorOf(error.cause) };
  return { type: error.name, message: error.message, stack: error.stack ?? "", ...code, ...cause };
}

/** The queue passes some errors on as plain objects. */
function messageOf(problem: unknown): string {
  if (typeof problem !== "object" || problem === null) return String(problem);
  const message: unknown = Reflect.get(problem, "message");
  return typeof message === "string" ? message : "an object without a message";
}
