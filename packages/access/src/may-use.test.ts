import { describe, expect, it } from "vitest";
import { FEATURES, type Feature, withParents } from "./features.ts";
import { type AccessQuestion, mayUse } from "./may-use.ts";
import { type Holding, heldProduct, type Paywall, PRODUCTS, productOf } from "./paywall.ts";

const NOW = 1_000_000;
const tiers: Paywall = {
  mode: "tiers",
  products: {
    free: { cents: 0, per: "nothing", features: ["plan.standard", "plan.calendar"] },
    plan: { cents: 500, per: "plan", features: ["plan.semi_custom"] },
    pro: { cents: 1_500, per: "month", features: ["plan.custom"] },
    elite: { cents: 2_500, per: "month", features: ["plan.gpt_coach"] },
  },
  trial: { product: "pro", days: 30 },
};
const open: Paywall = { ...tiers, mode: "open" };

const holding = (product: string, over: Partial<Holding> = {}): Holding => ({
  product,
  source: "purchase",
  startsAt: NOW - 10,
  endsAt: null,
  revokedAt: null,
  ...over,
});

const question = (over: Partial<AccessQuestion> = {}): AccessQuestion => ({
  paywall: tiers,
  flag: { on: true, reason: "everybody" },
  role: "athlete",
  holdings: [],
  now: NOW,
  ...over,
});

describe("with the paywall open", () => {
  it.each(FEATURES)("a guest may use %s, for it is open", (feature) => {
    expect(mayUse(feature, question({ paywall: open, role: "guest" }))).toEqual({
      allowed: true,
      because: "open",
      spendsPlan: false,
    });
  });
});

describe("with tiers", () => {
  it.each(FEATURES)("%s is had with its product and all above it, and with none below", (feature) => {
    const needed = productOf(tiers, feature) ?? "elite";
    const allowed = PRODUCTS.filter(
      (product) => mayUse(feature, question({ holdings: [holding(product)] })).allowed,
    );
    expect(allowed).toEqual(needed === "free" ? PRODUCTS : PRODUCTS.slice(PRODUCTS.indexOf(needed)));
  });

  it.each(FEATURES)("an administrator may use %s, so that nobody locks out who could mend it", (feature) => {
    expect(mayUse(feature, question({ role: "admin" })).allowed).toBe(true);
  });

  it("say what is needed and how to get it, the trial first and then the cheapest", () => {
    expect(mayUse("plan.custom", question())).toEqual({
      allowed: false,
      because: "needs_product",
      feature: "plan.custom",
      product: "pro",
      lost: null,
      ways: [
        { way: "trial", product: "pro", days: 30 },
        { way: "buy", product: "pro", cents: 1_500, per: "month" },
        { way: "buy", product: "elite", cents: 2_500, per: "month" },
        { way: "ask_admin" },
      ],
    });
  });

  it("offer no trial twice, none to a guest, and none that would not do", () => {
    const waysOf = (feature: Feature, over: Partial<AccessQuestion>): readonly string[] => {
      const access = mayUse(feature, question(over));
      return !access.allowed && access.because === "needs_product" ? access.ways.map(({ way }) => way) : [];
    };
    const tried = holding("pro", { source: "trial", endsAt: NOW - 1 });
    expect(waysOf("plan.custom", { holdings: [tried] })).toEqual(["buy", "buy", "ask_admin"]);
    expect(waysOf("plan.custom", { role: "guest" })).toEqual(["buy", "buy", "ask_admin"]);
    expect(waysOf("plan.gpt_coach", {})).toEqual(["buy", "ask_admin"]);
  });

  it.each([
    ["not yet begun", { startsAt: NOW + 1 }, null],
    ["ended", { endsAt: NOW }, "ended"],
    ["taken back", { revokedAt: NOW }, "revoked"],
  ] as const)("take something %s for nothing", (_, over, lost) => {
    expect(mayUse("plan.custom", question({ holdings: [holding("pro", over)] }))).toMatchObject({
      allowed: false,
      lost,
    });
    expect(heldProduct([holding("pro", over)], NOW)).toBe("free");
  });

  it("use up a single plan only where nothing lasting will do", () => {
    const plan = holding("plan");
    expect(mayUse("plan.semi_custom", question({ holdings: [plan] }))).toMatchObject({ spendsPlan: true });
    expect(mayUse("plan.semi_custom", question({ holdings: [plan, holding("pro")] }))).toMatchObject({
      spendsPlan: false,
    });
    expect(mayUse("plan.standard", question({ holdings: [plan] }))).toMatchObject({ because: "free" });
  });

  it("know nothing of a product that nobody sells", () => {
    expect(mayUse("plan.custom", question({ holdings: [holding("platinum")] })).allowed).toBe(false);
  });
});

describe("a feature that is switched off", () => {
  it.each(FEATURES)("%s is off for all, however much they pay and whoever they are", (feature) => {
    const off = question({
      flag: { on: false, reason: "killed" },
      role: "admin",
      paywall: open,
      holdings: [holding("elite")],
    });
    expect(mayUse(feature, off)).toEqual({
      allowed: false,
      because: "switched_off",
      feature,
      flag: "killed",
    });
  });

  it("takes what is under it along", () => {
    expect(withParents("plan.standard.5k")).toEqual(["plan.standard", "plan.standard.5k"]);
    expect(withParents("plan.custom")).toEqual(["plan.custom"]);
  });
});
