import { createHmac, timingSafeEqual } from "node:crypto";

/** The cookie of somebody without an account: which athlete, until when, and a signature that nobody else can make. */
export interface GuestCookie {
  /** The value of Set-Cookie. */
  readonly issue: (athleteId: string, expiresAt: Date) => string;
  /** The athlete of a cookie header whose signature is right and whose time has not run out. */
  readonly read: (cookieHeader: string | undefined, now: Date) => string | undefined;
  /** The Set-Cookie that makes a browser forget it. */
  readonly forget: () => string;
}

const NAME = "strideiq.guest";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The cookie of an installation; `isSecure` where people reach it by https, so that it travels by nothing else. */
export function createGuestCookie(key: Buffer, isSecure = false): GuestCookie {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  const sign = (text: string): string => createHmac("sha256", key).update(text).digest("base64url");
  return {
    issue: (athleteId, expiresAt) => {
      const text = `${athleteId}.${String(Math.floor(expiresAt.getTime() / 1_000))}`;
      return `${NAME}=${text}.${sign(text)}; ${attributes}; Expires=${expiresAt.toUTCString()}`;
    },
    read: (header, now) => {
      const [athleteId = "", until = "", signature = ""] = (cookieNamed(header, NAME) ?? "").split(".");
      if (!UUID.test(athleteId) || !/^\d{1,12}$/.test(until)) return undefined;
      if (!isSame(signature, sign(`${athleteId}.${until}`))) return undefined;
      return Number(until) * 1_000 > now.getTime() ? athleteId : undefined;
    },
    forget: () => `${NAME}=; ${attributes}; Max-Age=0`,
  };
}

function cookieNamed(header: string | undefined, name: string): string | undefined {
  // Most who ask have an account, and this is asked with each request.
  if (header?.includes(`${name}=`) !== true) return undefined;
  const found = header.split(";").find((part) => part.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
