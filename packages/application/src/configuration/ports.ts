import type {
  Phase,
  PlanMeasure,
  PlanMeasures,
  RaceDistance,
  Refusal,
  Result,
  VolumeTier,
} from "@strideiq/engine";
import type { ConfigurationActor } from "../flags/ports.ts";

export const CONFIGURATION_STATES = ["draft", "published", "retired"] as const;
export type ConfigurationState = (typeof CONFIGURATION_STATES)[number];

type Definition = Readonly<Record<string, unknown>>;

/** Every number that trains a runner, as rows: what a server reads. */
export interface ConfigurationRows {
  readonly planTemplates: readonly {
    readonly id: string;
    readonly distance: RaceDistance;
    readonly tier: VolumeTier;
    readonly weeks: number;
    readonly definition: Definition;
  }[];
  readonly workoutDefinitions: readonly { readonly id: string; readonly definition: Definition }[];
  readonly phaseDefinitions: readonly { readonly phase: Phase; readonly definition: Definition }[];
  readonly scalingRules: readonly { readonly id: string; readonly definition: unknown }[];
}

/** A version without its rows. */
export interface ConfigurationHead {
  readonly id: number;
  /** What plans say that they were made with. */
  readonly name: string;
  readonly state: ConfigurationState;
  /** Counts the changes of a draft. */
  readonly revision: number;
  readonly note: string;
  /** The version that it was drafted from. */
  readonly basedOn: number | null;
  /** The account of a coach; null for what came with the installation. */
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

export interface ConfigurationVersion extends ConfigurationHead {
  readonly rows: ConfigurationRows;
}

/** A configuration as it comes with an installation, and what tells its text from any other. */
export interface ShippedConfiguration {
  readonly name: string;
  readonly rows: ConfigurationRows;
  /** SHA-256 of the files, in hexadecimal. */
  readonly digest: string;
}

/** What the laws said of a draft, and which plans it changes. */
export interface ConfigurationCheck {
  /** The revision of the draft that was looked at. */
  readonly revision: number;
  readonly state: "waiting" | "running" | "passed" | "failed";
  /** Plans made, of all that are to be made. */
  readonly done: number;
  readonly total: number;
  readonly findings: ConfigurationFindings | null;
}

/** A mistake, and where it stands in the text of the version. */
export interface ConfigurationProblem {
  readonly file: string;
  /** Both count from one. */
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

export interface ConfigurationFindings {
  /** Why it cannot be published; none where it can. */
  readonly problems: readonly ConfigurationProblem[];
  /** The standard plans that would be other ones. */
  readonly plans: readonly ChangedStandardPlan[];
  readonly athletes: AthleteCensus;
}

/** A standard plan before and after; null where there was or is none. */
export interface ChangedStandardPlan {
  readonly id: string;
  readonly sessions: number;
  readonly weeks: readonly number[];
  readonly before: PlanMeasures | null;
  readonly after: PlanMeasures | null;
  /** The first sessions that differ, as a coach reads them. */
  readonly examples: readonly {
    readonly title: string;
    readonly fate: string;
    readonly metresBefore: number | null;
    readonly metresAfter: number | null;
  }[];
}

/** One of those that every draft is tried on. */
export interface MadeUpAthlete {
  readonly number: number;
  readonly distance: RaceDistance;
  readonly weeks: number;
  readonly daysPerWeek: number;
  readonly weeklyMetres: number | null;
  readonly tenKmSeconds: number | null;
  readonly age: number | null;
}

/** What became of made-up athletes, and of the same ones until now. Lists hold the first few; the sums are of all. */
export interface AthleteCensus {
  readonly asked: number;
  readonly served: number;
  readonly servedBefore: number;
  readonly changed: number;
  readonly measures: readonly {
    readonly measure: PlanMeasure;
    readonly more: number;
    readonly less: number;
    readonly most: { readonly athlete: MadeUpAthlete; readonly before: number; readonly after: number };
  }[];
  readonly most: readonly {
    readonly athlete: MadeUpAthlete;
    readonly sessions: number;
    readonly before: PlanMeasures;
    readonly after: PlanMeasures;
  }[];
  readonly refused: readonly { readonly athlete: MadeUpAthlete; readonly law: Refusal["law"] | null }[];
  readonly refusedInAll: number;
  readonly servedAtLast: readonly MadeUpAthlete[];
  readonly servedAtLastInAll: number;
}

/** Of whom nothing was found out. */
export const NO_ATHLETES: AthleteCensus = {
  asked: 0,
  served: 0,
  servedBefore: 0,
  changed: 0,
  measures: [],
  most: [],
  refused: [],
  refusedInAll: 0,
  servedAtLast: [],
  servedAtLastInAll: 0,
};

export type ConfigurationRefusal = {
  readonly type: "NotFound" | "NotDraft" | "ChangedMeanwhile" | "NotChecked";
};

export interface ConfigurationChange {
  readonly by: ConfigurationActor;
  readonly why: string;
}

/** Versions of the configuration. Whatever changes one leaves an entry in the audit, in the same transaction. */
export interface ConfigurationStore {
  /**
   * Puts what came with the installation in force, where nothing is or where what is came with an earlier one and
   * nobody has changed it. Every text is put in force once.
   */
  readonly ship: (shipped: ShippedConfiguration) => Promise<void>;
  /** Whether `ship` would put it in force. */
  readonly wantsShipped: (digest: string) => Promise<boolean>;
  /** Puts it in force whatever is: for a start that cannot read what is. */
  readonly shipInstead: (shipped: ShippedConfiguration, why: string) => Promise<void>;
  readonly findPublished: () => Promise<ConfigurationVersion | undefined>;
  /** The id of the one in force: cheap enough to ask each second. */
  readonly publishedId: () => Promise<number | undefined>;
  /** Newest first; the cursor is an id. */
  readonly list: (page: {
    readonly after?: number;
    readonly limit: number;
  }) => Promise<readonly ConfigurationHead[]>;
  readonly find: (id: number) => Promise<ConfigurationVersion | undefined>;
  readonly findByName: (name: string) => Promise<ConfigurationVersion | undefined>;
  /** A draft with the rows of a version, under a name of its own. */
  readonly draft: (
    from: number,
    change: ConfigurationChange,
  ) => Promise<Result<ConfigurationHead, ConfigurationRefusal>>;
  /** Gives a draft other rows, and raises its revision. */
  readonly replace: (
    id: number,
    revision: number,
    rows: ConfigurationRows,
    change: ConfigurationChange,
  ) => Promise<Result<ConfigurationHead, ConfigurationRefusal>>;
  readonly drop: (
    id: number,
    change: ConfigurationChange,
  ) => Promise<Result<undefined, ConfigurationRefusal>>;
  /** Puts a draft that has passed its check in force, or what was in force before once more; tells all processes. */
  readonly publish: (
    id: number,
    change: ConfigurationChange,
  ) => Promise<Result<ConfigurationHead, ConfigurationRefusal>>;
}

/** What was found out about drafts. */
export interface ConfigurationChecks {
  readonly find: (id: number) => Promise<ConfigurationCheck | undefined>;
  /** Notes that a check is wanted, and its job, both or neither; what was found before is forgotten. */
  readonly ask: (
    id: number,
    change: ConfigurationChange,
  ) => Promise<Result<ConfigurationHead, ConfigurationRefusal>>;
  /** False when the draft has changed meanwhile, or another check was asked for. */
  readonly noteProgress: (id: number, revision: number, done: number, total: number) => Promise<boolean>;
  readonly finish: (id: number, revision: number, findings: ConfigurationFindings) => Promise<void>;
}
