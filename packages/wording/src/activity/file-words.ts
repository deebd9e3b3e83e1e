import type { FileRefusal, NoActivity, RecordingFault } from "@strideiq/activity";

const HELD: Readonly<Record<NoActivity, string>> = {
  workout: "a workout for a watch",
  course: "a course, which nobody has run yet",
  daily_data: "steps and heart rates of a day",
  device_settings: "settings of a device",
  other_data: "no activity",
};

const megabytes = (bytes: number): string =>
  bytes >= 2 ** 30
    ? `${String(Math.round(bytes / 2 ** 30))} GB`
    : `${String(Math.round(bytes / 2 ** 20))} MB`;

/** Why a file brought nothing, and what to do about it where something can be done. */
export function explainRefusedFile(refusal: FileRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return "The file is empty.";
    case "too_large":
      return `The file is larger than ${megabytes(refusal.bytesMax)}, the most that is read.`;
    case "unpacks_too_large":
      return `Unpacked it is larger than ${megabytes(refusal.bytesMax)}, the most that is read.`;
    case "too_many_samples":
      return `It holds more than ${String(refusal.samplesMax)} points, the most that is read.`;
    case "too_many_files":
      return `It holds more than ${String(refusal.filesMax)} files; the others were not read.`;
    case "unknown_format":
      return "This is no FIT, TCX or GPX file, nor a zip of them.";
    case "unreadable":
      return `This ${refusal.format} file is damaged from its beginning on; download it again.`;
    case "entities":
      return "It defines entities of its own, which no device does; for safety it was not read.";
    case "not_an_activity":
      return `It holds ${HELD[refusal.holds]}.`;
    case "no_times":
      return "Its points have no times: it is a route, not a run.";
    case "nothing_recorded":
      return "Nothing was recorded in it.";
    case "unsafe_path":
      return "Its name leads out of the zip; for safety it was not read.";
    case "encrypted":
      return "It is encrypted; unpack the zip and take the files in it.";
    case "archive_in_archive":
      return "It is an archive inside an archive; unpack it, and take the inner one.";
    case "missing":
      return "There is no such file.";
  }
}

export const FAULT_WORDS: Readonly<Record<RecordingFault, string>> = {
  cut_off: "the file breaks off; what stands before the break was read",
  damaged: "the file is damaged; what could be read was read",
  wrong_checksum: "its checksum is wrong; some of it may have changed on the way",
  packed_times: "its samples are packed in a way that is not read; laps and totals were",
  file_missing: "only the row of the archive's table is there, without its file",
};
