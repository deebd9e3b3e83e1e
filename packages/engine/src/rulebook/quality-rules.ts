import type { ByTier, PacedZone, RaceDistance } from "../plan/vocabulary.ts";
import type { Range, Sourced } from "./sourced.ts";
import type { Stimulus } from "./workout-definition.ts";

export interface QualityRules extends Sourced {
  /** Quality days of a build week by run days and weekly distance; the last matching row wins. */
  readonly perWeek: readonly {
    readonly distances: readonly RaceDistance[];
    readonly daysMin: number;
    readonly weekMetresMin: number;
    readonly sessions: number;
  }[];
  readonly doses: Readonly<Partial<Record<Stimulus, DoseRules>>>;
  /** From this weekly distance on threshold work and a long run at marathon pace may share a week. */
  readonly thresholdBesideRacePaceMetres: number;
  /** Race pace in the middle of the week, as a share of the dose that a long run holds. */
  readonly midweekRacePaceShare: number;
  /** Long runs bring this share of a plan's marathon pace; sessions within the week bring the rest. */
  readonly racePaceInLongRunsShare: number;
  /** The first marathon-pace block as a share of the last; later entries only where law I7 would lack some. */
  readonly firstBlockShares: readonly number[];
  /** Work at race pace inside a long run, as a share of it, at most. */
  readonly longRunWorkShareMax: number;
  /** Fast seconds that strides or hill sprints add to an easy run: at least, usually, and without other quality. */
  readonly touchSeconds: readonly [number, number, number];
  /** ... with their recoveries never more than this share of the run. */
  readonly touchShareMax: number;
  /** How far option B may lie from A: minutes of work, load and distance, a margin below law O1. */
  readonly optionWorkShare: number;
  readonly optionLoadShare: number;
  readonly optionMetresShare: number;
  readonly optionLongMetresShare: number;
  /** A way to cut the work may miss its dose by this share; beyond it another serves better. */
  readonly doseTolerance: number;
  /** How the sessions of one stimulus follow each other. */
  readonly block: BlockRules;
  /** Dose of the only quality session of a cutback week, as a share of the usual one. */
  readonly cutbackDoseShare: number;
  /** Dose of taper sessions by weeks to race day. */
  readonly taperDoseShare: readonly number[];
}

/** What makes a row of sessions a block; the last group weighs what makes a row worse, against each other. */
export interface BlockRules extends Sourced {
  /** Doses tried for each session, as shares of the one aimed at. */
  readonly doseShares: readonly number[];
  /** Minutes of work fall by this share at most, a margin below law I6; more when broken becomes continuous. */
  readonly fallMax: number;
  readonly fallToContinuousMax: number;
  /** Pieces and minutes grow by these factors at most from one session to the next, aimed at. */
  readonly pieceGrowthAim: number;
  readonly minutesGrowthAim: number;
  readonly costs: {
    /** A dose missed, by its share. */
    readonly dose: number;
    /** Pieces shorter or longer than this place in the block asks for, by the share of the ladder. */
    readonly place: number;
    /** Fewer minutes, or shorter pieces, than the session before, by their share. */
    readonly fall: number;
    /** Growth beyond the aims, by its share. */
    readonly leap: number;
    /** Both at once, longer pieces and more of them. */
    readonly both: number;
    /** A session that the plan holds already. */
    readonly again: number;
  };
}

/** How much work of one stimulus a session holds. */
export interface DoseRules extends Sourced {
  /** Zone that the work is run in. */
  readonly zone: PacedZone;
  /** Work distance as a share of the week, aimed at. */
  readonly shareOfWeek: ByTier<number>;
  /** ... and never above this share. */
  readonly shareOfWeekMax: number;
  readonly seconds: ByTier<Range>;
  readonly metresMax: number;
  /** First session of a block as a share of the last. */
  readonly firstShare: number;
}
