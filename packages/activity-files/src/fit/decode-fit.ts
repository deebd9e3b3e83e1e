import { Decoder, Stream } from "@garmin/fitsdk";
import type { RecordingFault } from "@strideiq/activity";
import type { Message } from "./message.ts";

/** The messages that tell of an activity, in the order of the file. */
export interface FitMessages {
  readonly fileId: readonly Message[];
  readonly session: readonly Message[];
  readonly sport: readonly Message[];
  readonly activity: readonly Message[];
  readonly lap: readonly Message[];
  readonly record: readonly Message[];
  readonly event: readonly Message[];
  readonly workout: readonly Message[];
  readonly workoutStep: readonly Message[];
}

export interface DecodedFit {
  readonly messages: FitMessages;
  readonly faults: readonly RecordingFault[];
}

/** Sub-fields and heart rates of swimming straps are left alone: no runner needs them, and they cost time. */
const FIT_OPTIONS = {
  convertDateTimesToDates: false,
  expandSubFields: false,
  mergeHeartRates: false,
} as const;

/** Null when the bytes hold no readable message at all. */
export function decodeFit(bytes: Uint8Array): DecodedFit | null {
  try {
    const decoder = new Decoder(Stream.fromByteArray(bytes));
    const { messages, errors } = decoder.read(FIT_OPTIONS);
    const known = {
      fileId: listOf(messages.fileIdMesgs),
      session: listOf(messages.sessionMesgs),
      sport: listOf(messages.sportMesgs),
      activity: listOf(messages.activityMesgs),
      lap: listOf(messages.lapMesgs),
      record: listOf(messages.recordMesgs),
      event: listOf(messages.eventMesgs),
      workout: listOf(messages.workoutMesgs),
      workoutStep: listOf(messages.workoutStepMesgs),
    };
    const isSilent = Object.values(known).every((some) => some.length === 0);
    return isSilent ? null : { messages: known, faults: errors.map(faultOf).slice(0, 1) };
  } catch {
    // The library throws on some damage that it did not foresee.
    return null;
  }
}

const listOf = (messages: readonly Message[] | undefined): readonly Message[] => messages ?? [];

/** The library tells what is wrong in words only. */
function faultOf({ message }: Error): RecordingFault {
  if (/compressed timestamp/i.test(message)) return "packed_times";
  if (/CRC/.test(message)) return "wrong_checksum";
  return /end of stream|file size/i.test(message) ? "cut_off" : "damaged";
}
