import { PRODUCTS } from "@strideiq/access";
import { z } from "zod";
import { ConfigurationProblem } from "./configuration-check.ts";
import { Limit, Moment, Revision } from "./plan-history-answers.ts";

const NUMBER_MAX = 2_000_000_000;
const Id = z.int().min(1).max(NUMBER_MAX);
const InAddress = z.coerce.number().int().min(1).max(NUMBER_MAX);
const Why = z.string().trim().min(1).max(500).meta({ description: "Kept in the audit." });
const Seen = Revision.meta({ description: "The one that you have looked at." });

export const ConfigurationParams = z.strictObject({ configurationId: InAddress });
export const ConfigurationRowParams = ConfigurationParams.extend({
  table: z.enum(["plan_templates", "workout_definitions", "phase_definitions", "scaling_rules"]),
  rowId: z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/),
});
export const ConfigurationListQuery = z.strictObject({
  after: InAddress.optional().meta({ description: "The last id of the page before." }),
  limit: Limit,
});

export const ConfigurationAnswer = z.strictObject({
  id: Id,
  name: z.string().meta({ description: "What plans say that they were made with.", example: "2026.1+2" }),
  status: z.enum(["draft", "published", "retired"]),
  revision: Revision,
  note: z.string(),
  basedOn: Id.nullable(),
  createdBy: z.uuid().nullable(),
  createdAt: Moment,
  publishedAt: Moment.nullable(),
});
export const ConfigurationListAnswer = z.strictObject({
  versions: z.array(ConfigurationAnswer),
  next: z.string().nullable(),
});

export const DraftBody = z
  .strictObject({
    from: Id.nullable().default(null).meta({ description: "A version; null is the one in force." }),
    why: Why,
  })
  .meta({ examples: [{ why: "Longer long runs for the marathon." }] });

const TEXT_LENGTH_MAX = 1_000_000;
const Yaml = z.string().max(TEXT_LENGTH_MAX);

export const ConfigurationTextBody = z
  .strictObject({
    planRules: Yaml.optional().meta({ description: "YAML; what is left out stays." }),
    workoutLibrary: Yaml.optional(),
    revision: Seen,
    why: Why,
  })
  .meta({ examples: [{ planRules: "version: 2026.2\n", revision: 1, why: "From our files." }] });

export const ConfigurationTextAnswer = z.strictObject({
  name: z.string(),
  revision: Revision,
  planRules: Yaml.meta({ description: "YAML." }),
  workoutLibrary: Yaml,
});

export const ConfigurationDiffQuery = z.strictObject({
  from: InAddress.optional().meta({
    description: "The version to compare with; without it the one in force.",
  }),
});

/** What a version changes, row by row. */
export const ConfigurationDiffAnswer = z.strictObject({
  from: z.string(),
  to: z.string(),
  rows: z.array(
    z.strictObject({
      row: z.string().meta({ example: "scaling_rules/longRun" }),
      fate: z.enum(["added", "dropped", "changed"]),
      values: z.array(
        z.strictObject({
          path: z.string().meta({ description: "Within the row; empty for the whole of it." }),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
    }),
  ),
});

export const ConfigurationRowBody = z
  .strictObject({
    definition: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "As in the files; null takes the row out." }),
    revision: Seen,
    why: Why,
  })
  .meta({
    examples: [
      {
        definition: { daysPerWeek: 4, startMetres: 32_000, peakMetres: 58_000 },
        revision: 1,
        why: "A lower peak.",
      },
    ],
  });

export const ConfigurationWhyBody = z
  .strictObject({ why: Why })
  .meta({ examples: [{ why: "Agreed in the coaches' meeting." }] });

const Paywall = z.strictObject({
  definition: z
    .unknown()
    .meta({ description: "mode, products (each with cents, per and features) and trial, as in the file." }),
  revision: Revision,
});
export const PaywallAnswer = Paywall;
export const PaywallBody = z.strictObject({ definition: z.unknown(), revision: Seen, why: Why }).meta({
  examples: [{ definition: { mode: "open" }, revision: 1, why: "Free for everybody this week." }],
});

const PLUGIN_TEXT_MAX = 200_000;
const PluginYaml = z.string().max(PLUGIN_TEXT_MAX);
const PluginVersion = z
  .string()
  .regex(/^\d+[.]\d+[.]\d+$/)
  .max(40)
  .meta({ example: "1.0.0" });
const PluginId = z.string().regex(/^[a-z0-9-]{1,60}$/);

export const PluginParams = z.strictObject({ pluginId: PluginId });
export const PluginListAnswer = z.strictObject({
  revision: z.int().meta({ description: "Grows by one with each switch, of whichever plugin." }),
  plugins: z.array(
    z.strictObject({
      id: PluginId,
      from: z.enum(["folder", "package", "upload"]),
      title: z.string(),
      description: z.string(),
      version: PluginVersion,
      versions: z.array(PluginVersion).meta({ description: "Those that can be switched on." }),
      on: z.boolean(),
    }),
  ),
  broken: z
    .array(
      z.strictObject({
        place: z.string().meta({ description: "Where it lies.", example: "plugins/club" }),
        problems: z.array(ConfigurationProblem),
      }),
    )
    .meta({
      description: "Those that have no part in plans, whether on or off, until they are mended; and why.",
    }),
});

/** A plugin as text: YAML, and nothing that runs. */
export const PluginBody = z
  .strictObject({
    files: z.strictObject({
      plugin: PluginYaml.meta({ description: "YAML: id, version, title, description, on." }),
      workouts: PluginYaml.optional(),
      phases: PluginYaml.optional(),
      rules: PluginYaml.optional().meta({ description: "YAML; what a rule asks is an expression in CEL." }),
    }),
    why: Why,
  })
  .meta({
    examples: [
      {
        files: {
          plugin: "id: club\nversion: 1.0.0\ntitle: Our club\ndescription: Tuesdays.\non: false\n",
          rules:
            "rules:\n  - { id: two-hard-days, sentence: Two hard days at most., holds: week.qualityDays <= 2.0, source: our coaches }\n",
        },
        why: "What we run on Tuesdays.",
      },
    ],
  });

export const PluginSwitchBody = z
  .strictObject({
    on: z.boolean(),
    version: PluginVersion.nullable()
      .default(null)
      .meta({ description: "Of those that were handed in; null is the last of them." }),
    revision: z.int().min(0).max(NUMBER_MAX).meta({ description: "The one that you have looked at." }),
    why: Why,
  })
  .meta({ examples: [{ on: true, revision: 0, why: "Hills are asked for." }] });

export const TrialAnswer = z.strictObject({
  product: z.enum(PRODUCTS),
  days: z.int().meta({ description: "So long from now." }),
});
