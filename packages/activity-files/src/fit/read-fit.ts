import { Profile } from "@garmin/fitsdk";
import type { NoActivity, RecordingFault } from "@strideiq/activity";
import { ok } from "@strideiq/engine";
import { SAMPLES_MAX } from "../limits.ts";
import { type Reading, refused, type Unnamed, wordsIn } from "../reading.ts";
import { decodeFit, type FitMessages } from "./decode-fit.ts";
import { lapsOf, offsetOf, samplesOf, stopsOf, totalsOf, workoutOf } from "./fit-messages.ts";
import { millisecondsIn, numberOf, wordIn, type Message } from "./message.ts";

/**
 * Reads a FIT file with the maker's own library. A file that breaks off gives what came before the break, and
 * says so; a file with several sessions (a triathlon) gives an activity for each.
 */
export function readFit(bytes: Uint8Array): Reading {
  const decoded = decodeFit(bytes);
  if (decoded === null) return refused({ reason: "unreadable", format: "FIT" });
  const { messages, faults } = decoded;
  const type = wordIn(messages.fileId[0], "type");
  if (type !== null && type !== "activity" && messages.record.length === 0)
    return refused({ reason: "not_an_activity", holds: HELD_BY[type] ?? "other_data" });
  if (messages.record.length > SAMPLES_MAX)
    return refused({ reason: "too_many_samples", samplesMax: SAMPLES_MAX });
  const sessions = messages.session.length > 1 ? partsOf(messages) : [messages];
  const unnamed = sessions.map((part) => recordingOf(part, faults)).filter(isSomething);
  return unnamed.length > 0 ? ok(unnamed) : refused({ reason: "nothing_recorded" });
}

/** The types of FIT file that people hand in by mistake. */
const HELD_BY: Readonly<Record<string, NoActivity>> = {
  workout: "workout",
  schedules: "workout",
  course: "course",
  segment: "course",
  settings: "device_settings",
  sport: "device_settings",
  device: "device_settings",
  goals: "device_settings",
  totals: "daily_data",
  weight: "daily_data",
  bloodPressure: "daily_data",
  monitoringA: "daily_data",
  monitoringB: "daily_data",
  monitoringDaily: "daily_data",
};

const isSomething = ({ samples, laps, totals }: Unnamed): boolean =>
  samples.length > 0 || laps.length > 0 || (totals.timerSeconds ?? totals.elapsedSeconds ?? 0) > 0;

function recordingOf(messages: FitMessages, faults: readonly RecordingFault[]): Unnamed {
  const [session] = messages.session;
  const [sport] = messages.sport;
  const samples = samplesOf(messages);
  return {
    format: "fit",
    sportWord: wordIn(session, "sport") ?? wordIn(sport, "sport") ?? wordIn(messages.lap[0], "sport"),
    subSportWord: wordIn(session, "subSport") ?? wordIn(sport, "subSport"),
    name: wordIn(session, "sportProfileName") ?? wordIn(sport, "name"),
    notes: null,
    device: deviceOf(messages.fileId[0]),
    startedAt: startOf(messages, samples[0]?.at),
    toldStart: null,
    utcOffsetSeconds: offsetOf(messages.activity[0]),
    totals: totalsOf(session),
    laps: lapsOf(messages),
    samples,
    stops: stopsOf(messages, samples.at(-1)?.at),
    workout: workoutOf(messages),
    faults,
  };
}

const startOf = ({ session, lap, fileId }: FitMessages, firstSample: number | undefined): number | null =>
  millisecondsIn(session[0], "startTime") ??
  firstSample ??
  millisecondsIn(lap[0], "startTime") ??
  millisecondsIn(fileId[0], "timeCreated");

function deviceOf(fileId: Message | undefined): string | null {
  const maker = wordIn(fileId, "manufacturer");
  const product = wordIn(fileId, "productName") ?? productName(maker, numberOf(fileId, "product"));
  return wordsIn([maker, product].filter((word) => word !== null).join(" "), 60);
}

const GARMIN_PRODUCTS: Readonly<Record<number, unknown>> = Profile.types["garminProduct"] ?? {};

const productName = (maker: string | null, product: number | null): string | null =>
  maker === "garmin" && product !== null ? wordsIn(GARMIN_PRODUCTS[product]) : null;

/** Messages by the session in whose time they lie. */
function partsOf(messages: FitMessages): readonly FitMessages[] {
  return messages.session.map((session) => {
    const from = millisecondsIn(session, "startTime") ?? -Infinity;
    const to = millisecondsIn(session, "timestamp") ?? Infinity;
    const within = (all: readonly Message[], field: string): readonly Message[] =>
      all.filter((message) => {
        const at = millisecondsIn(message, field) ?? -Infinity;
        return at >= from && at <= to;
      });
    return {
      ...messages,
      session: [session],
      sport: [],
      lap: within(messages.lap, "startTime"),
      record: within(messages.record, "timestamp"),
      event: within(messages.event, "timestamp"),
    };
  });
}
