import type { Sample } from "../recording/recording.ts";
import type { RecordingRules, Span } from "../rules/activity-rules.ts";

/**
 * Samples in the order of their times, one for each time, without values that cannot be. Times are only
 * compared with each other here: a clock that was never set still counts seconds.
 */
export function cleanSamples(samples: readonly Sample[], rules: RecordingRules): readonly Sample[] {
  const ordered = isOrdered(samples) ? samples : samples.toSorted((a, b) => a.at - b.at);
  const clean: Sample[] = [];
  let before = -Infinity;
  for (const sample of ordered) {
    if (!Number.isFinite(sample.at) || sample.at <= before) continue;
    before = sample.at;
    clean.push(cleanSample(sample, rules));
  }
  return clean;
}

function isOrdered(samples: readonly Sample[]): boolean {
  let before = -Infinity;
  for (const { at } of samples) {
    if (at < before) return false;
    before = at;
  }
  return true;
}

function cleanSample(sample: Sample, rules: RecordingRules): Sample {
  const { latitude, longitude } = sample;
  const isPlaced = latitude !== null && longitude !== null && isPlace(latitude, longitude);
  return {
    at: sample.at,
    latitude: isPlaced ? latitude : null,
    longitude: isPlaced ? longitude : null,
    metres: sample.metres !== null && sample.metres >= 0 ? sample.metres : null,
    altitude: within(sample.altitude, rules.altitudeMetres),
    heartRate: within(sample.heartRate, rules.heartRate),
    cadence: within(sample.cadence, rules.cadence),
  };
}

/** Devices without reception tell the point where equator and zero meridian cross, in the sea off Ghana. */
const isPlace = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0);

const within = (value: number | null, { max, min }: Span): number | null =>
  value !== null && value >= min && value <= max ? value : null;
