/** No line breaks at this space. */
const NO_BREAK_SPACE = "\u00A0";

const BEFORE_A_UNIT = /(?<=\d) (?=(?:km|mi|min|m|s|h|g|%|\/km|\/mi)(?![a-z]))/g;

/** Between the hours and the minutes of one duration. */
const WITHIN_A_TIME = /(?<=\d\u00A0h) (?=\d)/g;

/** A text in which numbers and their units stay on one line: `32 km`, `2 h 30 min`, `5:34 /km`. */
export const tieUnits = (text: string): string =>
  text.replaceAll(BEFORE_A_UNIT, NO_BREAK_SPACE).replaceAll(WITHIN_A_TIME, NO_BREAK_SPACE);

/** The same text with plain spaces, as a terminal shows it and a search finds it. */
export const untieUnits = (text: string): string => text.replaceAll(NO_BREAK_SPACE, " ");
