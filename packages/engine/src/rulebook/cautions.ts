/** What speaks against a session, each told in a sentence by the configuration. */
export const CONTRAINDICATIONS = [
  "illness",
  "pain",
  "heat",
  "hard_day_just_before",
  "sore_legs",
  "achilles_or_calf_pain",
  "tendon_pain",
  "hamstring_pain",
  "knee_pain",
  "new_to_running",
  "small_week",
  "too_little_running_for_doubles",
  "past_sixty",
  "recent_leap_in_distance",
  "first_weeks_of_the_plan",
  "first_threshold_block",
  "hard_session_beside",
  "intervals_this_week",
  "race_this_week",
  "goal_pace_unproven",
  "last_six_days",
  "last_ten_days",
  "last_two_weeks",
  "last_three_weeks",
] as const;
export type Contraindication = (typeof CONTRAINDICATIONS)[number];

/** What a long session asks of the stomach: energy for the way, or a rehearsal of race day. */
export const FUELLING_NEEDS = ["endurance", "rehearsal"] as const;
export type FuellingNeed = (typeof FUELLING_NEEDS)[number];
