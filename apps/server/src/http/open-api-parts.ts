import type { ProblemCode } from "@strideiq/contracts";
import type { RouteOptions } from "fastify";
import { isApiUrl } from "./api-url.ts";

/** The chapters of the document, in the order in which somebody new would read them. */
export const TAGS = [
  { name: "plans", description: "Ask for a plan, read it, see beforehand what a wish leads to." },
  { name: "changes", description: "Change a plan, ask first what that would do, and take it back." },
  { name: "versions", description: "What a plan was, what changed, and why." },
  { name: "calendar", description: "The sessions between two days, across plans." },
  { name: "completions", description: "What became of a session." },
  { name: "activities", description: "What was run, and which session it was." },
  { name: "imports", description: "Files of watches and archives, on their way to activities." },
  { name: "goals", description: "The races somebody wants to run." },
  { name: "standard plans", description: "Ready plans, to look at and to place on a race day." },
  { name: "workouts", description: "The library that sessions are taken from." },
  { name: "questionnaires", description: "What somebody told about themselves." },
  { name: "consents", description: "What somebody agreed to." },
  { name: "jobs", description: "What is done in the background, and how far it has come." },
  { name: "account", description: "Signing up, in and out." },
  { name: "own data", description: "Who somebody is here, what is kept of them, and its end." },
  { name: "api keys", description: "Keys for programs." },
  { name: "coaches", description: "An athlete's side of coaching: who may look." },
  { name: "coaching", description: "A coach's side: who invited them, and what they may see." },
  { name: "feature flags", description: "How features stand, in the protocol of OpenFeature (OFREP)." },
  { name: "administration", description: "For administrators of this installation." },
  { name: "health", description: "For whoever watches the process." },
];

/** How somebody says who they are. */
export const SECURITY_SCHEMES = {
  apiKey: {
    type: "http",
    scheme: "bearer",
    description:
      "A key from /v1/api-keys. The scope `read` looks, `write` changes, `evaluate_flags` asks how features stand for anybody.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "strideiq.session_token",
    description: "Somebody with an account; set by POST /v1/accounts and POST /v1/sessions.",
  },
  guest: {
    type: "apiKey",
    in: "cookie",
    name: "strideiq.guest",
    description: "Somebody without an account; set by the first request that makes something, for 14 days.",
  },
} as const;

type Security = Readonly<Record<string, readonly string[]>>;

const ROLE_NEEDED: readonly ProblemCode[] = ["admin_only", "coach_only", "not_coached"];

/** Who may ask, each way by itself; `{}` is anybody. */
export function securityOf(
  { method, url, config }: Pick<RouteOptions, "method" | "url" | "config">,
  codes: readonly ProblemCode[],
): readonly Security[] {
  if (!isApiUrl(url)) return [];
  const isForAccounts = config?.accountOnly === true || codes.some((code) => ROLE_NEEDED.includes(code));
  if (isForAccounts) return [{ session: [] }];
  const people = [{ session: [] }, { guest: [] }];
  const anybody = codes.includes("sign_in_needed") ? [] : [{}];
  const programs =
    config?.personOnly === true ? [] : [{ apiKey: [config?.scope ?? (method === "GET" ? "read" : "write")] }];
  return [...anybody, ...people, ...programs];
}
