import type { ProblemDefinition } from "./problem-definition.ts";

/** Problems with what coaches and operators decide: rules, flags, prices, and what somebody holds. */
export const RULE_PROBLEMS = {
  configuration_not_found: {
    status: 404,
    title: "There is no such configuration, or nobody has looked at it yet.",
    cure: "The versions are listed at /v1/admin/configuration/versions. A check has to be asked for first.",
  },
  configuration_changed: {
    status: 412,
    title: "Somebody else has changed this since you read it.",
    cure: "Read it again, look at what is new, and send your change with the new revision.",
  },
  configuration_in_force: {
    status: 409,
    title: "What was in force is not changed any more.",
    cure: "Draft a version from it, and change that.",
  },
  configuration_unchecked: {
    status: 409,
    title: "This draft has not passed its check as it is now.",
    cure: "Ask for a check, mend what it names, and publish then.",
  },
  plugin_not_found: {
    status: 404,
    title: "There is no such plugin, or not in this version.",
    cure: "The plugins of this installation and their versions are listed at /v1/admin/plugins.",
  },
  plugin_version_taken: {
    status: 409,
    title: "There is another plugin of this version already.",
    cure: "A version that was handed in stays as it is. Give yours the next version and send it again.",
  },
  no_trial: {
    status: 409,
    title: "There is no trial for you.",
    cure: "A trial can be had once, by those who have an account, and only where something is sold.",
  },
  flag_not_found: {
    status: 404,
    title: "There is no such feature.",
    cure: "The features are listed at /v1/admin/flags.",
  },
  flag_changed: {
    status: 412,
    title: "Somebody else has changed this in the meantime.",
    cure: "Read it again, look at what is new, and send your change with the new revision.",
  },
  athlete_not_found: {
    status: 404,
    title: "There is no such athlete.",
    cure: "The id of an athlete stands in the athlete's own /v1/me.",
  },
  grant_not_found: {
    status: 404,
    title: "There is no such grant in force.",
    cure: "It was taken back already, or belongs to somebody else.",
  },
  service_key_for_admins: {
    status: 403,
    title: "Keys for services are an administrator's to make.",
    cure: "Ask for `read` or `write`, or have the administrator of this installation make the key.",
  },
  foreign_context: {
    status: 403,
    title: "Only a service may ask for somebody else.",
    cure: "Leave out who you are: the session says it. A service sends a key with the scope `evaluate_flags`.",
  },
  feature_off: {
    status: 403,
    title: "This is switched off.",
    cure: "What is off is named in `errors`. Everything else goes on as before.",
  },
  needs_product: {
    status: 402,
    title: "This needs a product that you do not have.",
    cure: "What it needs, and how to get it, stands in `errors`.",
  },
} as const satisfies Readonly<Record<string, ProblemDefinition>>;
