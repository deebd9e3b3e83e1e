import { type QueryClient, useQuery } from "@tanstack/react-query";
import { err, ok, type Result } from "@strideiq/engine";
import type { Answers } from "@strideiq/client";
import { type ApiProblem, ask } from "../api/client.ts";
import { createStored } from "../preferences/stored.ts";

/** Who the server takes the visitor for, and what this visitor may use. */
export interface Session {
  readonly me: Answers["GET /v1/me"];
  readonly features: Answers["GET /v1/me/features"]["features"];
}

const SESSION_KEY = ["session"];
const RETRY_MS = 2000;
/** After so long a look away the server is asked again: a session may have ended. */
const FRESH_MS = 30_000;

/** Whether somebody signed in here and has not signed out: then a session that is gone has run out. */
const storedSignedIn = createStored<"" | "yes">("strideiq.signed-in", (text) =>
  text === "yes" ? "yes" : "",
);

/** A session that is not known any more makes nobody of its owner. */
const STRANGER: Session = { me: { kind: "nobody" }, features: [] };

async function fetchSession(): Promise<Result<Session, ApiProblem>> {
  const [me, answer] = await Promise.all([ask("GET /v1/me"), ask("GET /v1/me/features")]);
  if (!me.ok) return me.error.status === 401 ? ok(STRANGER) : err(me.error);
  if (!answer.ok) return err(answer.error);
  if (me.value.kind === "account") storedSignedIn.write("yes");
  return ok({ me: me.value, features: answer.value.features });
}

/** Asks who the visitor is before anything is drawn. */
export const readSession = (queries: QueryClient): Promise<unknown> =>
  queries.query({ queryKey: SESSION_KEY, queryFn: fetchSession });

/** The session; undefined until the server has told it. */
export function useSession(): Session | undefined {
  const { data } = useQuery({
    queryKey: SESSION_KEY,
    queryFn: fetchSession,
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.data?.ok === false ? RETRY_MS : false),
  });
  return data?.ok === true ? data.value : undefined;
}

/** Somebody who had signed in here and is not known any more. */
export const hasRunOut = ({ me }: Session): boolean =>
  me.kind !== "account" && storedSignedIn.read() === "yes";

/**
 * Asks anew who the visitor is, after an answer that a stranger would get; whether a session has run out.
 * Where it has, what belongs to its owner gives way to the way back in.
 */
export async function looksRunOut(queries: QueryClient): Promise<boolean> {
  if (storedSignedIn.read() !== "yes") return false;
  await queries.refetchQueries({ queryKey: SESSION_KEY });
  const asked = queries.getQueryData<Result<Session, ApiProblem>>(SESSION_KEY);
  return asked?.ok === true && hasRunOut(asked.value);
}

/** What somebody is answered who is not taken for the owner. */
export const isForStrangers = ({ status }: ApiProblem): boolean => status === 401 || status === 404;

/** Somebody has signed in. What was shown belonged to somebody else, or to nobody: it is asked for anew. */
export async function enterSession(queries: QueryClient): Promise<void> {
  storedSignedIn.write("yes");
  await queries.resetQueries();
}

/** The visitor means to be somebody else from now on: no session is missed. */
export async function leaveSession(queries: QueryClient): Promise<void> {
  storedSignedIn.write("");
  await queries.resetQueries();
}

export type FeatureName = Session["features"][number]["feature"];
const OPEN = { allowed: true, because: "open", why: null, how: null, trialDays: null } as const;

/** Whether something may be used, and if not why. Until the server has spoken, it may: the server decides anyway. */
export function useFeature(name: FeatureName) {
  return useSession()?.features.find(({ feature }) => feature === name) ?? { feature: name, ...OPEN };
}

/** What is switched off offers itself to nobody; what has to be bought does, and says so. */
export const isOffered = ({ because }: { readonly because: string }): boolean => because !== "switched_off";

/** Why nobody can ask for a plan here, told of as a feature; null where one can. */
export function useClosed(): FeatureName | null {
  const session = useSession();
  const races = session?.features.filter(({ feature }) => feature.startsWith("plan.standard.")) ?? [];
  const [first] = races;
  const all = useFeature("plan.standard");
  const guest = useFeature("account.guest");
  if (first !== undefined && races.every(({ allowed }) => !allowed))
    return all.allowed ? first.feature : "plan.standard";
  return session?.me.kind === "nobody" && !guest.allowed ? "account.guest" : null;
}

/** What may be used has changed. */
export const refreshSession = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: SESSION_KEY });
