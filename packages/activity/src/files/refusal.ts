/** Why a file brought nothing. One value for each file; the others of the same import go on. */
export type FileRefusal =
  | { readonly reason: "empty" }
  | { readonly reason: "too_large"; readonly bytesMax: number }
  | { readonly reason: "unpacks_too_large"; readonly bytesMax: number }
  | { readonly reason: "too_many_samples"; readonly samplesMax: number }
  | { readonly reason: "too_many_files"; readonly filesMax: number }
  | { readonly reason: "unknown_format" }
  | { readonly reason: "unreadable"; readonly format: string }
  | { readonly reason: "entities" }
  | { readonly reason: "not_an_activity"; readonly holds: NoActivity }
  | { readonly reason: "no_times" }
  | { readonly reason: "nothing_recorded" }
  | { readonly reason: "unsafe_path" }
  | { readonly reason: "encrypted" }
  | { readonly reason: "archive_in_archive" }
  | { readonly reason: "missing" };

/** What a readable file is instead of an activity. */
export const NO_ACTIVITIES = ["workout", "course", "daily_data", "device_settings", "other_data"] as const;
export type NoActivity = (typeof NO_ACTIVITIES)[number];
