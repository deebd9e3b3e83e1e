/*
 * How much a file may be. These limits protect the machine, not the runner: they are far over anything that a
 * watch records, and a file over one of them is refused by name.
 */

/** One activity, unpacked. A day at one sample a second is about 6 MB as FIT and 40 MB as GPX. */
export const ACTIVITY_BYTES_MAX = 100 * 2 ** 20;

/** A zip, packed. Twenty years of an athlete's Strava archive without its photos stay under 4 GB. */
export const ARCHIVE_BYTES_MAX = 8 * 2 ** 30;

/** Files in one zip, photos included. */
export const ARCHIVE_FILES_MAX = 100_000;

/** The table of activities in a Strava archive, unpacked. */
export const TABLE_BYTES_MAX = 200 * 2 ** 20;

/** Five and a half days at one sample a second. */
export const SAMPLES_MAX = 500_000;

/** All files of one zip together, unpacked: this much, and so many times the zip itself. */
export const UNPACKED_BYTES_MAX = 2 ** 30;
export const UNPACKED_RATIO_MAX = 30;
