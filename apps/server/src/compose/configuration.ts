import { join } from "node:path";
import { type Environment, ENVIRONMENTS } from "@strideiq/access";
import { type CalendarDate, err, ok, parseCalendarDate, type Result } from "@strideiq/engine";

const ROLES = ["all", "api", "worker"] as const;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What the environment decides. */
export interface Configuration {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  /** A PostgreSQL server of one's own; undefined starts the embedded one in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly allowedHosts: readonly string[];
  /** Other websites whose pages may use the API, with the cookies of whoever opened them. */
  readonly allowedOrigins: readonly string[];
  /** One process does everything, unless told to be one half. */
  readonly role: (typeof ROLES)[number];
  /** Flags may stand otherwise in each. */
  readonly environment: Environment;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly plansPerMinute: number;
  /** Of one address, and of one athlete; each process counts for itself. */
  readonly requestsPerMinute: number;
  /** Tries to sign in, or up, from one address. */
  readonly signInsPerMinute: number;
  /** Whether a proxy stands in front that says in X-Forwarded-For where a request comes from. */
  readonly trustProxy: boolean;
  /** The address under which people open the page, for links in mail; undefined when it is where we listen. */
  readonly publicUrl: string | undefined;
  /** `smtp://user:password@host:port`; undefined lays mail into a folder. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Whether an address has to be confirmed before its account can be signed in to. */
  readonly confirmsEmail: boolean;
  /** Lays out made-up people with plans, to look around with. */
  readonly demo: boolean;
  /** Room in memory for copies of plans that are read often; 0 keeps none. */
  readonly cacheMegabytes: number;
  /** Redis or Valkey, for copies and counts that processes share; undefined where each keeps its own. */
  readonly redisUrl: string | undefined;
  /** Where this process tells its figures to Prometheus; undefined tells nobody. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Who is told traces; undefined tells nobody. The variables are those of OpenTelemetry. */
  readonly tracing: TracingPlace | undefined;
  /** Fixes the day, so that plans come out the same whenever they are made. */
  readonly today: CalendarDate | undefined;
}

export interface TracingPlace {
  /** Of a collector that takes OTLP by HTTP. */
  readonly endpoint: string;
  readonly serviceName: string;
  /** Of all traces, from 0 to 1. */
  readonly share: number;
}

export type Variables = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4747;
const DEFAULT_PLANS_PER_MINUTE = 3_000;
const DEFAULT_REQUESTS_PER_MINUTE = 12_000;
const DEFAULT_SIGN_INS_PER_MINUTE = 20;
const DEFAULT_CACHE_MEGABYTES = 128;

/** Reads the environment; everything that is wrong with it comes back, a sentence each. */
export function readConfiguration(env: Variables, root: string): Result<Configuration, readonly string[]> {
  const problems: string[] = [];
  const take = <T>(value: T | undefined, fallback: T, problem: string): T => {
    if (value === undefined) problems.push(problem);
    return value ?? fallback;
  };
  const today = env["TODAY"] === undefined ? undefined : parseCalendarDate(env["TODAY"]);
  if (today?.ok === false) problems.push(`TODAY is "${today.error.text}"; write a day as YYYY-MM-DD.`);
  const configuration: Configuration = {
    root,
    host: env["HOST"] ?? "127.0.0.1",
    port: take(
      whole(env["PORT"], DEFAULT_PORT, 65_535),
      0,
      `PORT is "${env["PORT"] ?? ""}"; choose a whole number from 0 to 65535.`,
    ),
    databaseUrl: env["DATABASE_URL"],
    dataFolder: env["DATA_DIR"] ?? join(root, ".data", "postgres"),
    allowedHosts: listIn(env["ALLOWED_HOSTS"]),
    allowedOrigins: take(
      originsIn(env["ALLOWED_ORIGINS"]),
      [],
      `ALLOWED_ORIGINS is "${env["ALLOWED_ORIGINS"] ?? ""}"; write https://app.example.org, with commas between several.`,
    ),
    role: take(oneOf(env["ROLE"], ROLES, "all"), "all", `ROLE is none of ${ROLES.join(", ")}.`),
    logLevel: take(
      oneOf(env["LOG_LEVEL"], LOG_LEVELS, "warn"),
      "warn",
      `LOG_LEVEL is none of ${LOG_LEVELS.join(", ")}.`,
    ),
    environment: take(
      oneOf(env["ENVIRONMENT"], ENVIRONMENTS, "production"),
      "production",
      `ENVIRONMENT is none of ${ENVIRONMENTS.join(", ")}.`,
    ),
    ...limitsIn(env, take),
    trustProxy: yesOrNo(env["TRUST_PROXY"], "TRUST_PROXY is neither yes nor no.", take),
    publicUrl: publicUrlIn(env, take),
    smtpUrl: env["SMTP_URL"],
    mailFrom: env["MAIL_FROM"] ?? "StrideIQ Plans <plans@localhost>",
    confirmsEmail: yesOrNo(env["CONFIRM_EMAIL"], "CONFIRM_EMAIL is neither yes nor no.", take),
    demo: env["DEMO"] === "yes",
    redisUrl: redisUrlIn(env, take),
    metrics: metricsIn(env, take),
    tracing: tracingIn(env, take),
    today: today?.ok === true ? today.value : undefined,
  };
  if (configuration.demo && configuration.databaseUrl !== undefined)
    problems.push("Made-up people are for a database of their own; leave out --demo, or unset DATABASE_URL.");
  return problems.length === 0 ? ok(configuration) : err(problems);
}

type Take = <T>(value: T | undefined, fallback: T, problem: string) => T;

const yesOrNo = (text: string | undefined, problem: string, take: Take): boolean =>
  take(oneOf(text, ["yes", "no"], "no"), "no", problem) === "yes";

const limitsIn = (env: Variables, take: Take) => ({
  plansPerMinute: take(
    whole(env["PLANS_PER_MINUTE"], DEFAULT_PLANS_PER_MINUTE, 1_000_000),
    1,
    "PLANS_PER_MINUTE is no whole number.",
  ),
  requestsPerMinute: take(
    whole(env["REQUESTS_PER_MINUTE"], DEFAULT_REQUESTS_PER_MINUTE, 9_999_999),
    1,
    "REQUESTS_PER_MINUTE is no whole number.",
  ),
  signInsPerMinute: take(
    whole(env["SIGN_INS_PER_MINUTE"], DEFAULT_SIGN_INS_PER_MINUTE, 1_000_000),
    1,
    "SIGN_INS_PER_MINUTE is no whole number.",
  ),
  cacheMegabytes: take(
    whole(env["CACHE_MEGABYTES"], DEFAULT_CACHE_MEGABYTES, 1_000_000),
    0,
    "CACHE_MEGABYTES is no whole number; write 0 to keep no copies.",
  ),
});

const publicUrlIn = (env: Variables, take: Take): Configuration["publicUrl"] =>
  take(
    addressIn(env["PUBLIC_URL"]),
    null,
    `PUBLIC_URL is no address; write it as https://plans.example.org.`,
  ) ?? undefined;

const redisUrlIn = (env: Variables, take: Take): Configuration["redisUrl"] =>
  take(
    redisIn(env["REDIS_URL"]),
    null,
    "REDIS_URL is no address; write it as redis://user:password@host:6379.",
  ) ?? undefined;

function metricsIn(env: Variables, take: Take): Configuration["metrics"] {
  const text = env["METRICS_PORT"];
  if (text === undefined) return undefined;
  const port = take(
    whole(text, 0, 65_535),
    0,
    `METRICS_PORT is "${text}"; choose a whole number from 0 to 65535.`,
  );
  return { host: env["METRICS_HOST"] ?? "127.0.0.1", port };
}

function tracingIn(env: Variables, take: Take): Configuration["tracing"] {
  const endpoint = env["OTEL_EXPORTER_OTLP_ENDPOINT"];
  const share = take(
    shareIn(env["OTEL_TRACES_SAMPLER_ARG"]),
    1,
    `OTEL_TRACES_SAMPLER_ARG is "${env["OTEL_TRACES_SAMPLER_ARG"] ?? ""}"; write a share from 0 to 1.`,
  );
  if (endpoint === undefined || endpoint === "" || env["OTEL_SDK_DISABLED"] === "true") return undefined;
  return {
    endpoint: take(
      addressIn(endpoint) === undefined ? undefined : endpoint,
      "",
      "OTEL_EXPORTER_OTLP_ENDPOINT is no address; write it as http://127.0.0.1:4318.",
    ),
    serviceName: env["OTEL_SERVICE_NAME"] ?? "strideiq-plans",
    share,
  };
}

const shareIn = (text = "1"): number | undefined =>
  /^(0|1|[01]?\.\d{1,6})$/.test(text) && Number(text) <= 1 ? Number(text) : undefined;

function whole(text: string | undefined, fallback: number, max: number): number | undefined {
  if (text === undefined) return fallback;
  return /^\d{1,7}$/.test(text) && Number(text) <= max ? Number(text) : undefined;
}

/** Null when none is given, undefined when it is none. */
function addressIn(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

function redisIn(text: string | undefined): string | null | undefined {
  // A compose file hands on an empty word for none.
  if (text === undefined || text === "") return null;
  return /^rediss?:$/.test(URL.parse(text)?.protocol ?? "") ? text : undefined;
}

const listIn = (text = ""): readonly string[] => text.split(",").filter((part) => part !== "");

/** Origins as browsers send them: scheme, name and port, and nothing behind. */
function originsIn(text: string | undefined): readonly string[] | undefined {
  const origins = listIn(text);
  return origins.every((origin) => addressIn(origin) === origin) ? origins : undefined;
}

const oneOf = <T extends string>(
  text: string | undefined,
  known: readonly T[],
  fallback: T,
): T | undefined => (text === undefined ? fallback : known.find((word) => word === text));
