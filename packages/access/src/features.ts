/**
 * Everything that can be switched on, switched off and sold. A name is under another one when it begins with
 * it and a full stop: `plan.standard.5k` is off whenever `plan.standard` is.
 */
export const FEATURES = [
  "account.guest",
  "account.sign_up",
  "plan.standard",
  "plan.standard.5k",
  "plan.standard.10k",
  "plan.standard.half_marathon",
  "plan.standard.marathon",
  "plan.semi_custom",
  "plan.custom",
  "plan.pace_integration",
  "plan.option_ab",
  "plan.calendar",
  "plan.versions",
  "plan.dynamic_adaptation",
  "plan.run_import",
  "plan.strava_integration",
  "plan.gpt_coach",
] as const;
export type Feature = (typeof FEATURES)[number];

export const isFeature = (text: string): text is Feature => FEATURES.some((feature) => feature === text);

/** The feature and those above it, the highest first: all of them must be on. */
export const withParents = (feature: Feature): readonly Feature[] =>
  FEATURES.filter((other) => other === feature || feature.startsWith(`${other}.`));
