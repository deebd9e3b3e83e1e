import { notApplicable } from "./judgement.ts";

/** What laws of change say of a plan as it was made. */
export const NO_CHANGE = notApplicable("no change was made");

/** ... and of a document that does not say what it was before. */
export const CHANGE_UNKNOWN = notApplicable("judged when the change was made");
