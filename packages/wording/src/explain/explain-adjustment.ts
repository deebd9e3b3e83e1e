import { type Adjustment, type Units, WEEKDAYS } from "@strideiq/engine";
import { lawWordsOf } from "../names/law-words.ts";
import { WEEKDAY_NAMES } from "../numbers/format-date.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { counted } from "./explain-law.ts";

type Value = Adjustment["asked"];

/** Where and why a plan departs from the wish, in one sentence with both numbers. */
export function explainAdjustment({ asked, given, law, wish }: Adjustment, units: Units): string {
  const because = lawWordsOf(law)?.because;
  const reason = because === undefined ? "" : `, because ${because} (law ${law})`;
  return `${sentenceOf({ wish, law, asked, given }, units)}${reason}.`;
}

function sentenceOf({ asked, given, law, wish }: Adjustment, units: Units): string {
  const distance = (value: Value): string =>
    typeof value === "number" ? formatDistance(value, units) : plain(value);
  const count = (value: Value, noun: string): string =>
    typeof value === "number" ? counted(value, noun) : plain(value);
  switch (wish) {
    case "days_per_week":
      return `You asked for ${count(asked, "run day")} a week; the plan has ${plain(given)}`;
    case "weekly_metres":
      return `You run ${distance(asked)} a week; the plan starts at ${distance(given)}`;
    case "long_run_day":
      if (law === "S5")
        return `You asked for the long run on ${weekday(asked)} and marked that day as not free; it is on ${weekday(given)}`;
      return `The week has its long run on ${weekday(asked)}; where it cannot be it is on ${weekday(given)}`;
    case "horizon":
      return `The race is ${count(asked, "week")} away; the plan starts ${count(given, "week")} before it`;
    case "long_run":
      return asked === null
        ? `The longest run stops at ${distance(given)}`
        : `A longest run of ${distance(asked)} would be usual; yours stops at ${distance(given)}`;
    case "quality":
      return `${count(asked, "hard session")} would be usual; the plan has ${plain(given)}`;
    case "finish":
      return "There are too few weeks to train for this race; the plan takes you to its finish, with nothing new and nothing hard";
    case "tier":
      return `You chose the ${plain(asked)} tier; your running so far is that of the ${plain(given)} tier`;
    case "tier_peak":
      return `With your choice of tier the plan aims at a biggest week of ${distance(asked)}, by your own running it would be ${distance(given)}`;
    case "tier_long_run":
      return `With your choice of tier the plan aims at a longest run of ${distance(asked)}, by your own running it would be ${distance(given)}`;
    case "recovery_hours":
      return `From fifty on ${plain(asked)} hours between hard sessions are better; on your days some are ${plain(given)} hours apart`;
    case "break":
      return `After ${count(asked, "day")} without running the plan begins with a new base; look at the race again when it is done, and do not hold on to the old goal time`;
    case "break_to_race":
      return `After ${count(asked, "day")} without running ${given === 0 ? "there is no time" : `${count(given, "day")} to the race are too few`} for a new base: do not run it for time. Walk it, run it easily with breaks to walk, or leave it out; with a later race date the plan is built anew for it`;
    case "health":
      if (asked === "caution")
        return "See a doctor before you train hard, and show them this plan; with chest pain, fainting or sudden breathlessness do not wait: call for help. You asked for walking and easy running only, and so it is until you say otherwise";
      return "You told of pain, illness or a warning sign: walking and easy running alone until you say that you are well. Have it looked at by a doctor or a physiotherapist before you run fast again; with chest pain, fainting, unusual breathlessness or fever do not run at all and seek help at once";
    case "run_walk":
      return `There are too few weeks to reach ${count(asked, "minute")} of running without a break; race as you trained, with a minute of walking after every ${plain(given)} of running`;
    case "taper":
      return `A taper of ${count(asked, "week")} would be usual; yours has ${plain(given)}, so that there is one week more to build in`;
    case "base_block":
      return asked === null
        ? `Your longest run so far belongs to a small week; ${count(given, "week")} of easy running come first`
        : `${asked === 0 ? "You are starting out" : `You run ${distance(asked)} a week`}; ${count(given, "week")} of easy running come first`;
  }
}

const plain = (value: Value): string => (value === null ? "none" : String(value));

const weekday = (value: Value): string => {
  const day = WEEKDAYS.find((name) => name === value);
  return day === undefined ? plain(value) : WEEKDAY_NAMES[day];
};
