import type { Result } from "@strideiq/engine";
import type { ConfigurationChange, ConfigurationProblem } from "../configuration/ports.ts";

/** What a plugin is made of, as YAML. All but the first may be missing. */
export interface PluginTexts {
  readonly plugin: string;
  readonly workouts?: string;
  readonly phases?: string;
  readonly rules?: string;
}

/** One version that was handed in over the API. It never changes. */
export interface PluginUpload {
  readonly id: string;
  readonly version: string;
  readonly files: PluginTexts;
}

/** How one plugin stands. */
export interface PluginSwitch {
  readonly on: boolean;
  /** Which of the versions that were handed in; null where the installation has it. */
  readonly version: string | null;
}

/** How all of them stand, by id. One that is not named stands as its own file says. */
export type PluginSwitches = Readonly<Record<string, PluginSwitch>>;

export interface StoredSwitches {
  readonly revision: number;
  readonly switches: PluginSwitches;
}

/** Which configuration is in force, and which switches: 0 before the first. */
export interface StandingRules {
  readonly configurationId: number | null;
  readonly revision: number;
}

/** All switches as they shall be, and what they were proved with. */
export interface SwitchChange extends ConfigurationChange {
  readonly pluginId: string;
  readonly switches: PluginSwitches;
  /** The revision that was looked at, and the configuration that was in force then. */
  readonly revision: number;
  readonly configurationId: number;
}

/** Plugins as the database knows them. Whatever changes them leaves an entry in the audit, in the same transaction. */
export interface PluginStore {
  /** What is in force, the configuration with it, in one question: cheap enough to ask each second. */
  readonly standing: () => Promise<StandingRules>;
  readonly read: () => Promise<StoredSwitches>;
  /** Every version that was handed in, the oldest first. */
  readonly uploads: () => Promise<readonly PluginUpload[]>;
  /** False when there is such a version already, and it is another one. */
  readonly upload: (upload: PluginUpload, change: ConfigurationChange) => Promise<boolean>;
  /**
   * Stores the switches and tells all processes. Checks of drafts are forgotten: they were made with other plugins.
   * False when switches or configuration are others than those that were looked at.
   */
  readonly change: (change: SwitchChange) => Promise<boolean>;
}

/** A plugin that can be switched on here: from the folder of the installation, from a package, or handed in. */
export interface KnownPlugin {
  readonly id: string;
  readonly from: "folder" | "package" | "upload";
  readonly title: string;
  readonly description: string;
  /** The one that is on, or would be: of those that were handed in, the last. */
  readonly version: string;
  readonly versions: readonly string[];
  readonly on: boolean;
}

/** A plugin that lies here and has no part in plans. */
export interface BrokenPluginHere {
  /** `plugins/club` */
  readonly place: string;
  readonly problems: readonly ConfigurationProblem[];
}

/** Why a plugin is not switched, or not taken. */
export type PluginRefusal = { readonly type: "NotFound" | "ChangedMeanwhile" | "VersionTaken" };

export type PluginResult<T, Wrong> = Promise<Result<T, PluginRefusal | Wrong>>;
