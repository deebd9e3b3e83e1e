/** A part of a whole; reasons are read by people, so that no seventeen digits are kept. */
export const shareOf = (part: number, whole: number): number => rounded(part / whole);

export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
