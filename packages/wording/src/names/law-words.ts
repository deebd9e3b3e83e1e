import type { LawId } from "@strideiq/engine";

/** What a law's `measured` and `limit` count. */
export type LawQuantity = "distance" | "duration" | "share" | "days" | "weeks" | "count";

interface LawWords {
  /** A heading of two to five words. */
  readonly name: string;
  readonly quantity: LawQuantity;
  /** Whether the limit is the least or the most that is right. */
  readonly bound: "least" | "most" | "exactly";
  /** Completes "because ..." in a sentence to the athlete. */
  readonly because: string;
}

const law = (name: string, quantity: LawQuantity, bound: LawWords["bound"], because: string): LawWords => ({
  name,
  quantity,
  bound,
  because,
});

/** Every law in a few plain words. The law's own sentence and reason live with its code in the engine. */
export const LAW_WORDS: Readonly<Record<LawId, LawWords>> = {
  E1: law(
    "Enough running to start from",
    "distance",
    "least",
    "race training needs a base that is already there",
  ),
  E2: law(
    "First long run",
    "distance",
    "most",
    "a first long run far beyond your longest recent run invites injury",
  ),
  E3: law(
    "Runs worth going out for",
    "distance",
    "least",
    "so many run days would leave each run too short to train anything",
  ),
  E4: law("A week your days can carry", "distance", "most", "that many run days cannot carry more"),
  S1: law("The race on its day", "count", "exactly", "everything is built back from the race"),
  S2: law("The day before the race", "distance", "most", "fresh legs are worth more than one last run"),
  S3: law("Last hard session", "days", "least", "hard work so late cannot help any more, only tire"),
  S4: law("Run days kept", "count", "most", "a steady number of run days is what makes a habit"),
  S5: law("Your days and limits", "count", "most", "your calendar comes first"),
  S6: law("Numbers that add up", "share", "most", "days, weeks and steps must tell the same distance"),
  S7: law("Phases in order", "count", "most", "each phase prepares the next"),
  S8: law("Same wish, same plan", "count", "exactly", "a plan must not depend on chance"),
  S9: law("Every day once", "count", "most", "a calendar has no gaps"),
  V1: law("Weekly growth", "share", "most", "volume that grows faster than this breaks runners"),
  V2: law("Gentle weekly growth", "share", "most", "small steps hold longer"),
  V4: law("First week", "share", "most", "the first week starts from what you run now"),
  V5: law("Cutback weeks", "share", "most", "lighter weeks are where training is absorbed"),
  V6: law("Back after a cutback", "share", "most", "a cutback is a pause, not a step back"),
  L1: law("Peak long run", "distance", "least", "the race asks for a long run of this size"),
  L2: law("The long run is the longest", "share", "most", "a second long run in the week is one too many"),
  L3: law(
    "No sudden long run",
    "share",
    "most",
    "a run far beyond the longest of the last 30 days invites injury",
  ),
  L4: law("Last big long run", "days", "least", "a long run needs this time to be absorbed"),
  L5: law("Long run in its week", "share", "most", "a week that is mostly one run loads it without support"),
  L6: law("Time on your feet", "duration", "most", "beyond this time a long run tires more than it trains"),
  L7: law("Easy after long", "count", "most", "the day after a long run is for recovery"),
  H1: law("No hard days in a row", "count", "most", "hard days need easy days between them"),
  H2: law("Hard days a week", "count", "most", "more hard days do not make more fitness"),
  H3: law("Easy days after race pace", "count", "least", "a long run at race pace needs two easy days"),
  H4: law("A day without running", "count", "least", "a day off each week keeps runners running"),
  I1: law("Mostly easy", "share", "least", "most running must be easy for the hard running to work"),
  I2: law("Fast running in all", "share", "most", "fast running is strong medicine"),
  I3: law("Size of a hard session", "distance", "most", "beyond this a session tires more than it trains"),
  I5: law("An easy base", "count", "most", "the base phase is for easy running"),
  I10: law("Paces in order", "count", "most", "each zone must be faster than the one below"),
  T1: law("Length of the taper", "weeks", "least", "legs need these weeks to freshen"),
  T2: law("A falling taper", "share", "most", "each taper week must be lighter than the last"),
  T3: law("Rhythm in the taper", "share", "least", "the taper cuts distance, not the habit"),
  T4: law("A fast touch in the taper", "count", "least", "a little speed keeps the legs awake"),
  T6: law("Short runs in race week", "distance", "most", "race week is for resting"),
};

const isLawId = (id: string): id is LawId => Object.hasOwn(LAW_WORDS, id);

/** The words of a law by its id; null for a law that this version does not know. */
export const lawWordsOf = (id: string): LawWords | null => (isLawId(id) ? LAW_WORDS[id] : null);
