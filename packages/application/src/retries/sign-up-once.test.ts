import { err, ok } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import type { Account } from "../accounts/ports.ts";
import { createSignUpOnce, type SignUpKeys } from "./sign-up-once.ts";

const account: Account = { id: "account-1", name: "Ada", email: "ada@example.org", role: "athlete" };
const wanted = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };
const attempt = { key: "once", print: Buffer.alloc(32), wanted };
const made = ok({ account, cookies: [], athleteId: "athlete-1" });

/** One key, and whose account the password opens. */
function signUpOnce(claim: Awaited<ReturnType<SignUpKeys["claim"]>>, opens: string | undefined) {
  const told: string[] = [];
  const once = createSignUpOnce({
    keys: {
      claim: () => Promise.resolve(claim),
      keep: (_key, accountId) => Promise.resolve(void told.push(`keep ${accountId}`)),
      release: () => Promise.resolve(void told.push("release")),
    },
    accounts: {
      signIn: () =>
        Promise.resolve(
          opens === undefined
            ? err({ type: "WrongCredentials" } as const)
            : ok({ account: { ...account, id: opens }, cookies: ["session"] }),
        ),
    },
    athletes: { ofAccount: () => Promise.resolve("athlete-1") },
    newId: () => "new",
  });
  return { once, told };
}

const never = (): Promise<typeof made> => Promise.reject(new Error("it was made twice"));

describe("a sign-up under a key", () => {
  it("keeps the account that it made, and lets go of the key when it made none", async () => {
    const good = signUpOnce("claimed", undefined);
    expect(await good.once(attempt, () => Promise.resolve(made))).toMatchObject({
      value: { athleteId: "athlete-1", isReplayed: false },
    });
    expect(good.told).toEqual(["keep account-1"]);
    const taken = signUpOnce("claimed", undefined);
    const refused = err({ type: "EmailTaken" } as const);
    expect(await taken.once(attempt, () => Promise.resolve(refused))).toEqual(refused);
    expect(taken.told).toEqual(["release"]);
  });

  it("lets go of the key when the work breaks, so that the next try is free", async () => {
    const { once, told } = signUpOnce("claimed", undefined);
    await expect(once(attempt, never)).rejects.toThrow("it was made twice");
    expect(told).toEqual(["release"]);
  });

  it("opens the account that it made, and no other that the password happens to open", async () => {
    const own = signUpOnce({ accountId: "account-1" }, "account-1");
    expect(await own.once(attempt, never)).toMatchObject({
      value: { isReplayed: true, cookies: ["session"] },
    });
    for (const opens of ["account-2", undefined]) {
      const { once } = signUpOnce({ accountId: "account-1" }, opens);
      expect(await once(attempt, never)).toEqual(err({ type: "UsedOtherwise" }));
    }
  });

  it("waits for its letter again, where the address is not confirmed yet", async () => {
    const keys: SignUpKeys = {
      claim: () => Promise.resolve({ accountId: "account-1" }),
      keep: () => Promise.resolve(),
      release: () => Promise.resolve(),
    };
    const once = createSignUpOnce({
      keys,
      accounts: { signIn: () => Promise.resolve(err({ type: "EmailUnconfirmed", account })) },
      athletes: { ofAccount: () => Promise.resolve("athlete-1") },
      newId: () => "new",
    });
    expect(await once(attempt, never)).toMatchObject({
      value: { waitsForConfirmation: true, cookies: [], isReplayed: true },
    });
  });

  it.each([
    ["under_way", "UnderWay"],
    ["used_otherwise", "UsedOtherwise"],
  ] as const)("that is %s is made by nobody else", async (claim, type) => {
    expect(await signUpOnce(claim, undefined).once(attempt, never)).toEqual(err({ type }));
  });
});
