import type { LawId } from "@strideiq/engine";

interface LawWords {
  /** A heading of two to five words. */
  readonly name: string;
  /** Completes "because ..." in a sentence to the athlete. */
  readonly because: string;
  /** The same where the number is too small, for a law that has two sides. */
  readonly becauseBelow?: string;
}

const law = (name: string, because: string): LawWords => ({ name, because });

/** Every law in a few plain words. The law's own sentence and reason live with its code in the engine. */
export const LAW_WORDS: Readonly<Record<LawId, LawWords>> = {
  E1: law("Enough running to start from", "race training needs a base that is already there"),
  E2: law("First long run", "a first long run far beyond your longest recent run invites injury"),
  E3: law("Runs worth going out for", "so many run days would leave each run too short to train anything"),
  E4: {
    ...law("A week your days can carry", "that many run days cannot carry more"),
    becauseBelow: "plans for this race have a biggest week of at least this distance",
  },
  S1: law("The race on its day", "everything is built back from the race"),
  S2: law("The day before the race", "fresh legs are worth more than one last run"),
  S3: law("Last hard session", "hard work so late cannot help any more, only tire"),
  S4: law("Run days kept", "a steady number of run days is what makes a habit"),
  S5: law("Your days and limits", "your calendar comes first"),
  S6: law("Numbers that add up", "days, weeks and steps must tell the same distance"),
  S7: law("Phases in order", "each phase prepares the next"),
  S8: law("Same wish, same plan", "a plan must not depend on chance"),
  S9: law("Every day once", "a calendar has no gaps"),
  S10: law("Kilometres or miles", "a unit is a label, not a load"),
  V1: law("Weekly growth", "volume that grows faster than this breaks runners"),
  V2: law("Gentle weekly growth", "small steps hold longer"),
  V3: law("No sudden week", "a week far above the month around it invites injury"),
  V4: law("First week", "the first week starts from what you run now"),
  V5: law("Cutback weeks", "lighter weeks are where training is absorbed"),
  V6: law("Back after a cutback", "a cutback is a pause, not a step back"),
  V7: law("From first week to peak", "a plan that multiplies its first week outgrows the runner"),
  V8: law("When the peak comes", "the biggest week needs time to turn into fitness"),
  V9: law("Tiers in order", "more running behind you carries more running ahead"),
  V10: law("More weeks, same peak", "a longer road leads to the same place more gently"),
  L1: law("Peak long run", "the race asks for a long run of this size"),
  L2: law("The long run is the longest", "a second long run in the week is one too many"),
  L3: law("No sudden long run", "a run far beyond your longest run of late invites injury"),
  L4: law("Last big long run", "a long run needs this time to be absorbed"),
  L5: law("Long run in its week", "a week that is mostly one run loads it without support"),
  L6: law("Time on your feet", "beyond this time a long run tires more than it trains"),
  L7: law("Easy after long", "the day after a long run is for recovery"),
  L8: law("A staircase of long runs", "long runs that only repeat stop training"),
  L9: law("Long runs of many kinds", "different long runs train different things"),
  H1: law("No hard days in a row", "hard days need easy days between them"),
  H2: law("Hard days a week", "more hard days do not make more fitness"),
  H3: law("Easy days after race pace", "a long run at race pace needs two easy days"),
  H4: law("A day without running", "a day off each week keeps runners running"),
  H5: law("Last tune-up race", "a race needs this time to be absorbed"),
  H6: law("Race pace or threshold", "a week carries one of the two well, not both"),
  I1: law("Mostly easy", "most running must be easy for the hard running to work"),
  I2: law("Fast running in all", "fast running is strong medicine"),
  I3: law("Size of a hard session", "beyond this a session tires more than it trains"),
  I4: law("A session in its week", "a week must be able to carry its hard session"),
  I5: law("An easy base", "the base phase is for easy running"),
  I6: law("A threshold block that grows", "the body answers to work that grows step by step"),
  I7: law("Race pace, rehearsed", "the pace of the day must be familiar, and not too soon"),
  I8: law("Enough of what the race needs", "what is trained too rarely does not grow"),
  I9: law("Variety", "the body stops answering to what never changes"),
  I10: law("Paces in order", "each zone must be faster than the one below"),
  T1: law("Length of the taper", "legs need these weeks to freshen"),
  T2: law("A falling taper", "each taper week must be lighter than the last"),
  T3: law("Rhythm in the taper", "the taper cuts distance, not the habit"),
  T4: law("A fast touch in the taper", "a little speed keeps the legs awake"),
  T5: law("Nothing new before the race", "surprises belong in training, not in the last two weeks"),
  T6: law("Short runs in race week", "race week is for resting"),
  O1: law("An honest alternative", "option B must train the same thing"),
  O2: law("A real choice", "two options that are the same session are no choice"),
  C1: law("Missed stays missed", "what was missed, run on top of the rest, is what injures"),
  C2: law("Back after a break", "fitness leaves slowly and comes back at its own pace"),
  C3: law("After an over-long run", "a run far beyond the usual needs a shorter one after it"),
  C4: law("When paces rise", "paces follow what was proved, not what was hoped"),
  C5: law("Pain and illness first", "hard running waits until you are well"),
};

const isLawId = (id: string): id is LawId => Object.hasOwn(LAW_WORDS, id);

/** Why a law stands against a number: what is too small for it has another ground than what is too large. */
export const becauseOf = (
  { because, becauseBelow = because }: LawWords,
  measured: number | null,
  limit: number | null,
): string => (measured !== null && limit !== null && measured < limit ? becauseBelow : because);

/** The words of a law by its id; null for a law that this version does not know. */
export const lawWordsOf = (id: string): LawWords | null => (isLawId(id) ? LAW_WORDS[id] : null);
