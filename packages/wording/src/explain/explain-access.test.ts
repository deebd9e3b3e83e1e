import { FEATURES, FLAG_REASONS } from "@strideiq/access";
import { describe, expect, it } from "vitest";
import { accessText } from "./explain-access.ts";

const needsPro = {
  allowed: false,
  because: "needs_product",
  feature: "plan.custom",
  product: "pro",
} as const;

describe("a feature that may not be used", () => {
  it("says what it needs, and every way to it", () => {
    expect(
      accessText({
        ...needsPro,
        lost: null,
        ways: [
          { way: "trial", product: "pro", days: 30 },
          { way: "buy", product: "pro", cents: 1_500, per: "month" },
          { way: "ask_admin" },
        ],
      }),
    ).toEqual({
      why: "needs Pro: any length from 4 to 24 weeks",
      how: "You can try Pro for 30 days. Pro is $15 a month. The administrator of this installation can give it to you.",
    });
  });

  it("says what became of what was held", () => {
    const ways = [{ way: "buy", product: "plan", cents: 499, per: "plan" }] as const;
    expect(accessText({ ...needsPro, product: "plan", lost: "ended", ways })?.how).toBe(
      "Your single plan is used. A single plan is $4.99.",
    );
    expect(accessText({ ...needsPro, lost: "ended", ways: [] })?.how).toBe("Your time with Pro has ended.");
    expect(accessText({ ...needsPro, lost: "revoked", ways: [] })?.how).toBe("Pro was taken back.");
  });

  it("is polite about each feature and each reason", () => {
    for (const feature of FEATURES)
      for (const flag of FLAG_REASONS) {
        const text = accessText({ allowed: false, because: "switched_off", feature, flag });
        expect(text?.why).toMatch(/^switched off: \w/);
        expect(text?.how).toMatch(/[.]$/);
      }
  });

  it("says nothing where nothing is in the way", () => {
    expect(accessText({ allowed: true, because: "open", spendsPlan: false })).toBeNull();
  });
});
