import { describe, expect, it } from "vitest";
import { createGuestCookie } from "./guest-cookie.ts";

const ATHLETE = "019aaaaa-0000-7000-8000-000000000001";
const OTHER = "019aaaaa-0000-7000-8000-000000000002";
const NOW = new Date("2026-11-22T12:00:00Z");
const LATER = new Date("2026-12-06T12:00:00Z");

const cookie = createGuestCookie(Buffer.alloc(32, "k"));
const header = (setCookie: string): string => `theme=dark; ${setCookie.split(";")[0] ?? ""}; a=b`;
const issued = header(cookie.issue(ATHLETE, LATER));

describe("a guest's cookie", () => {
  it("says whose it is until it runs out", () => {
    expect(cookie.read(issued, NOW)).toBe(ATHLETE);
    expect(cookie.read(issued, LATER)).toBeUndefined();
  });

  it("is read by no script and sent by no other website", () => {
    expect(cookie.issue(ATHLETE, LATER)).toMatch(
      /; HttpOnly; SameSite=Lax; Expires=Sun, 06 Dec 2026 12:00:00 GMT$/,
    );
  });

  it.each([
    ["none", undefined],
    ["another athlete's name", issued.replace(ATHLETE, OTHER)],
    ["a longer life", issued.replace(/\.(\d+)\./, ".9999999999.")],
    ["another key's signature", header(createGuestCookie(Buffer.alloc(32, "x")).issue(ATHLETE, LATER))],
    ["no signature", issued.replace(/\.[^.]*; a=b$/, "; a=b")],
    ["nonsense", "strideiq.guest=' or 1=1 --"],
  ])("with %s is nobody's", (_what, sent) => {
    expect(cookie.read(sent, NOW)).toBeUndefined();
  });
});
