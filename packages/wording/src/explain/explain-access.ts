import type { Access, Feature, NeedsProduct, Product, WayIn } from "@strideiq/access";

/** What each feature is, as it completes "needs Pro: ...". */
export const FEATURE_WORDS: Readonly<Record<Feature, string>> = {
  "account.guest": "plans without an account",
  "account.sign_up": "an account",
  "plan.standard": "plans",
  "plan.standard.5k": "plans for a 5K",
  "plan.standard.10k": "plans for a 10K",
  "plan.standard.half_marathon": "plans for a half marathon",
  "plan.standard.marathon": "plans for a marathon",
  "plan.semi_custom": "a plan fitted to your race date",
  "plan.custom": "any length from 4 to 24 weeks",
  "plan.pace_integration": "paces from your race result",
  "plan.option_ab": "a choice between two sessions",
  "plan.calendar": "all your sessions in one calendar",
  "plan.versions": "earlier versions of your plan",
  "plan.dynamic_adaptation": "changes to your plan on the way",
  "plan.run_import": "runs from your files",
  "plan.strava_integration": "your runs from Strava",
  "plan.gpt_coach": "talking with the coach",
};

export const PRODUCT_NAMES: Readonly<Record<Product, string>> = {
  free: "Free",
  plan: "a single plan",
  pro: "Pro",
  elite: "Elite",
};

/** Why something may not be used, in a few words, and how it can be had; null when it may be used. */
export function accessText(access: Access): { readonly why: string; readonly how: string } | null {
  if (access.allowed) return null;
  const what = FEATURE_WORDS[access.feature];
  if (access.because === "switched_off")
    return { why: `switched off: ${what}`, how: switchedOff(access.flag) };
  return {
    why: `needs ${PRODUCT_NAMES[access.product]}: ${what}`,
    how: [lossText(access), ...access.ways.map(wayText)].filter((text) => text !== "").join(" "),
  };
}

const switchedOff = (flag: string): string =>
  flag === "not_in_rollout" || flag === "not_targeted"
    ? "It is being tried by some athletes first."
    : "It is not available at the moment. Everything else goes on as before.";

function lossText({ lost, product }: NeedsProduct): string {
  const name = PRODUCT_NAMES[product];
  if (lost === "ended")
    return product === "plan" ? "Your single plan is used." : `Your time with ${name} has ended.`;
  return lost === "revoked" ? `${name} was taken back.` : "";
}

function wayText(way: WayIn): string {
  if (way.way === "ask_admin") return "The administrator of this installation can give it to you.";
  const name = PRODUCT_NAMES[way.product];
  if (way.way === "trial") return `You can try ${name} for ${String(way.days)} days.`;
  const price = `$${(way.cents / 100).toFixed(way.cents % 100 === 0 ? 0 : 2)}`;
  return way.per === "month" ? `${name} is ${price} a month.` : `A single plan is ${price}.`;
}
