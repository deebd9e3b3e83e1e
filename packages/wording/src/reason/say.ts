import type { Reason, ReasonKind, Units } from "@strideiq/engine";
import { formatQuantity } from "../explain/explain-law.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { formatPace } from "../numbers/format-pace.ts";
import { formatDuration, formatMinutes } from "../numbers/format-duration.ts";
import { planDistance } from "../plan-text/figures.ts";

/** For whom a reason is put into words. */
export interface ReasonOptions {
  readonly units: Units;
  /** Set for plans without a race result: their distances are estimates, and marked as such. */
  readonly estimated: boolean;
}

/** How numbers of a reason are said. */
export interface Say {
  readonly units: Units;
  /** A distance of the plan. */
  readonly km: (metres: number) => string;
  /** A race is as long as it is, whoever runs it. */
  readonly race: (metres: number) => string;
  /** A pace, from seconds per kilometre. */
  readonly pace: (secondsPerKm: number) => string;
  readonly share: (share: number) => string;
  readonly minutes: (seconds: number) => string;
  /** A piece of work: to the second where it is short. */
  readonly piece: (seconds: number) => string;
}

export const sayFor = ({ units, estimated }: ReasonOptions): Say => ({
  units,
  km: (metres) => planDistance(metres, estimated, units),
  race: (metres) => formatDistance(metres, units),
  pace: (secondsPerKm) => formatPace(secondsPerKm, units),
  share: (share) => formatQuantity(Math.abs(share), "share", units),
  minutes: formatMinutes,
  piece: (seconds) => (seconds < PIECE_MINUTES_FROM ? formatDuration(seconds) : formatMinutes(seconds)),
});

/** Nobody counts the seconds of a piece that is this long. */
export const PIECE_MINUTES_FROM = 180;

export type ReasonOf<Kind extends ReasonKind> = Extract<Reason, { readonly kind: Kind }>;

/** How each of some kinds of reason is said. */
export type Sayings<Kind extends ReasonKind> = {
  readonly [K in Kind]: (reason: ReasonOf<K>, say: Say) => string;
};
