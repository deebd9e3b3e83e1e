import { createHmac, timingSafeEqual } from "node:crypto";
import { ACCOUNT_ROLES, type FindSignedIn, type SignedInVisitor } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import { askTogether } from "./ask-together.ts";
import type { Database } from "./schema.ts";

export interface SignedInDeps {
  readonly db: Kysely<Database>;
  /** What session cookies are signed with. */
  readonly secret: string;
  readonly now: () => Date;
  /** A session that lasts for less than this is due to be made longer, which is not done here. */
  readonly freshSeconds: number;
}

interface SessionRow {
  readonly token: string;
  readonly expires_at: Date;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly is_banned: boolean;
  readonly athlete_id: string | null;
}

const COOKIE = /(?:^|;\s*)strideiq\.session_token=([^;\s]+)/g;

/**
 * Who a session cookie says is there, account and athlete in one question for all who ask at the same moment. It knows
 * the plain case alone: whoever is not found by it is looked for in full, where sessions are made longer and ended.
 */
export function createFindSignedIn({ db, secret, now, freshSeconds }: SignedInDeps): FindSignedIn {
  const find = askTogether<string, SessionRow>(async (tokens) => {
    const moment = now();
    const { rows } = await sql<SessionRow>`
      select session.token, session.expires_at, account.id as account_id, account.name, account.email, account.role,
        account.banned and (account.ban_expires is null or account.ban_expires > ${moment}) as is_banned,
        athlete_of_account(account.id) as athlete_id
      from sessions as session join accounts as account on account.id = session.account_id
      where session.token = any (${tokens}::text[])`.execute(db);
    const found = new Map(rows.map((row) => [row.token, row]));
    return tokens.map((token) => found.get(token));
  });
  return async (cookies) => {
    const token = signedToken(cookies, secret);
    const row = token === undefined ? undefined : await find(token);
    if (row === undefined || row.is_banned) return undefined;
    const isFresh = row.expires_at.getTime() - now().getTime() > freshSeconds * 1_000;
    return isFresh ? visitorOf(row) : undefined;
  };
}

function visitorOf({ account_id, name, email, role, athlete_id }: SessionRow): SignedInVisitor | undefined {
  const known = ACCOUNT_ROLES.find((one) => one === role);
  if (athlete_id === null || known === undefined) return undefined;
  return { kind: "account", athleteId: athlete_id, account: { id: account_id, name, email, role: known } };
}

/** The token of the one session cookie whose signature is right. */
function signedToken(cookies: string, secret: string): string | undefined {
  const [value, another] = Array.from(cookies.matchAll(COOKIE), ([, text = ""]) => decoded(text));
  if (value === undefined || another !== undefined) return undefined;
  const end = value.lastIndexOf(".");
  const [token, seal] = [value.slice(0, Math.max(0, end)), Buffer.from(value.slice(end + 1))];
  const right = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return seal.length === right.length && timingSafeEqual(seal, right) ? token : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
