import { FlagdCore } from "@openfeature/flagd-core";
import { OpenFeatureEventEmitter, type Provider, ProviderEvents } from "@openfeature/server-sdk";

/** A provider whose rules can be replaced while it is asked. */
export interface ReplaceableProvider {
  readonly provider: Provider;
  /** Takes up new rules, flagd's own JSON. Throws, and keeps those it has, when they are no rules. */
  readonly replace: (rules: string) => void;
}

/** Rules of flagd, evaluated in this process: no call leaves it. */
export function createFlagdProvider(): ReplaceableProvider {
  const events = new OpenFeatureEventEmitter();
  // Interpreted: rules come from a database, and no code is made from data.
  const core = new FlagdCore(undefined, SILENT, { disableDynamicCodeGeneration: true });
  return {
    provider: {
      metadata: { name: "strideiq feature_flags" },
      runsOn: "server",
      events,
      resolveBooleanEvaluation: (key, fallback, context) =>
        Promise.resolve(core.resolveBooleanEvaluation(key, fallback, context, SILENT)),
      resolveStringEvaluation: (key, fallback, context) =>
        Promise.resolve(core.resolveStringEvaluation(key, fallback, context, SILENT)),
      resolveNumberEvaluation: (key, fallback, context) =>
        Promise.resolve(core.resolveNumberEvaluation(key, fallback, context, SILENT)),
      resolveObjectEvaluation: (key, fallback, context) =>
        Promise.resolve(core.resolveObjectEvaluation(key, fallback, context, SILENT)),
    },
    replace: (rules) => {
      const flagsChanged = core.setConfigurations(rules);
      if (flagsChanged.length > 0) events.emit(ProviderEvents.ConfigurationChanged, { flagsChanged });
    },
  };
}

const nothing = (): void => undefined;
/** Everything worth hearing comes back as the reason of a verdict. */
const SILENT = { error: nothing, warn: nothing, info: nothing, debug: nothing };
