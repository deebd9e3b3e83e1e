import type { Recording } from "../recording/recording.ts";

/** All recordings of an athlete, each once, in the order of their ids. */
export type RecordingLog = readonly Recording[];

/**
 * The log with these recordings in it. One that is there already changes nothing; of two that share an id (an
 * archive asked for anew, after its athlete changed a title) the same one wins whichever comes first.
 */
export function withRecordings(log: RecordingLog, recordings: readonly Recording[]): RecordingLog {
  const byId = new Map(log.map((recording) => [recording.id, recording]));
  for (const recording of recordings) {
    const known = byId.get(recording.id);
    byId.set(recording.id, known === undefined ? recording : better(known, recording));
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The log as if these had never been imported. */
export function withoutRecordings(log: RecordingLog, ids: readonly string[]): RecordingLog {
  const gone = new Set(ids);
  return log.filter(({ id }) => !gone.has(id));
}

/** The fuller one; between equals the one whose text comes later, which is arbitrary, and always the same. */
function better(a: Recording, b: Recording): Recording {
  if (a.samples.length !== b.samples.length) return a.samples.length > b.samples.length ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}
