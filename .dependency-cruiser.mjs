/** Tests, and what only they use. */
const TESTS = "([.](test|fixture|test-program)[.]tsx?|[.]e2e[.]ts)$";

/** Everything a folder may reach beyond itself. What is not named here is forbidden. */
const only = (name, folder, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: `^${folder}/`, pathNot: TESTS },
  to: { pathNot: [`^${folder}/`, ...allowed] },
});

const house = (...names) => names.map((name) => `^packages/${name}/src/index[.]ts$`);
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;
/** Node's own modules arrive under their bare names; whatever else has such a name could not be resolved. */
const node = "^(node:)?[a-z_0-9/]+$";

/** A vendor's library is known in one folder, so that it can be replaced in one folder. */
const vendor = (library, folder) => ({
  name: `vendor-${library.replace(/[^a-z-]/g, "")}`,
  severity: "error",
  comment: `${library} is reached through ${folder} only.`,
  from: { path: "^(packages|apps|plugins)/", pathNot: [`^${folder}/`, TESTS] },
  to: { path: npm(library) },
});

export default {
  forbidden: [
    only("engine", "packages/engine", [], "The ground floor: no package, no Node module."),
    only(
      "access",
      "packages/access",
      house("engine"),
      "What there is, for whom it is on, and who may use it: pure like the engine.",
    ),
    only(
      "activity",
      "packages/activity",
      [...house("engine"), npm("@photostructure/tz-lookup")],
      "What was run, judged: pure like the engine; it knows time zones by place.",
    ),
    only(
      "activity-files",
      "packages/activity-files",
      [...house("activity", "engine"), node, npm("@garmin/fitsdk", "saxes", "yauzl", "csv-parse")],
      "Bytes to recordings.",
    ),
    only(
      "wording",
      "packages/wording",
      house("access", "activity", "engine"),
      "Engine values in a runner's words.",
    ),
    only("contracts", "packages/contracts", [...house("access", "engine"), npm("zod")], "Wire shapes."),
    only(
      "client",
      "packages/client",
      [...house("contracts", "engine"), npm("zod")],
      "The API as functions; of contracts and schemas it takes types alone, so that the page stays small.",
    ),
    only(
      "catalog",
      "packages/catalog",
      [...house("access", "activity", "engine"), npm("zod", "yaml", "@marcbachmann")],
      "YAML text to engine values.",
    ),
    only(
      "application",
      "packages/application",
      house("access", "activity", "engine"),
      "Use cases and their ports; no outside world.",
    ),
    only(
      "adapters",
      "packages/adapters",
      [
        ...house("access", "activity", "engine", "application"),
        node,
        npm(
          "kysely",
          "ioredis",
          "lru-cache",
          "pg",
          "pg-boss",
          "@opentelemetry",
          "@openfeature",
          "better-auth",
          "@node-rs",
          "nodemailer",
        ),
      ],
      "Ports made real.",
    ),
    only(
      "testing",
      "packages/testing",
      [...house("activity", "engine", "application", "adapters", "catalog"), node, npm("fast-check")],
      "Random athletes, builders, test servers; used by tests only.",
    ),
    only(
      "web",
      "apps/web/src",
      [
        ...house("client", "contracts", "engine", "wording"),
        npm("react", "react-dom", "radix-ui", "@radix-ui", "@tanstack", "@dnd-kit"),
      ],
      "The page knows the wire, the rules and the words; never the use cases or the database.",
    ),
    only(
      "cli",
      "apps/cli",
      [
        ...house("activity", "activity-files", "catalog", "client", "contracts", "engine", "wording"),
        node,
        npm("commander"),
      ],
      "The command line works offline, or through the API of a server; it opens no database.",
    ),
    {
      name: "no-adapter-imports-another",
      severity: "error",
      comment:
        "One vendor per folder; what two adapters share is a port. What only tests use may lay out all.",
      from: { path: "^packages/adapters/src/([^/]+)/", pathNot: [TESTS, "/testing/"] },
      to: { path: "^packages/adapters/src/", pathNot: "^packages/adapters/src/$1/" },
    },
    vendor("kysely", "packages/adapters/src/postgres"),
    vendor("pg", "packages/adapters/src/postgres"),
    vendor("pg-boss", "packages/adapters/src/queue"),
    vendor("better-auth", "packages/adapters/src/accounts"),
    vendor("@marcbachmann/cel-js", "packages/catalog/src/plugins"),
    vendor("lru-cache", "packages/adapters/src/cache"),
    vendor("ioredis", "packages/adapters/src/redis"),
    vendor("nodemailer", "packages/adapters/src/mail"),
    vendor("@openfeature", "packages/adapters/src/flags"),
    vendor("@opentelemetry", "packages/adapters/src/tracing"),
    vendor("@garmin/fitsdk", "packages/activity-files/src/fit"),
    vendor("saxes", "packages/activity-files/src/xml"),
    vendor("yauzl", "packages/activity-files/src/packed"),
    vendor("csv-parse", "packages/activity-files/src/strava"),
    {
      name: "only-main-composes",
      severity: "error",
      comment: "Routes and jobs receive use cases; main.ts and compose/ connect them to adapters.",
      from: { path: "^apps/server/src/", pathNot: ["^apps/server/src/(main[.]ts$|compose/)", TESTS] },
      to: { path: "^packages/adapters/" },
    },
    {
      name: "testing-is-for-tests",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: ["^packages/testing/", TESTS] },
      to: { path: "^packages/testing/" },
    },
    {
      name: "nothing-imports-an-app",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "no-app-imports-another",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "no-deep-imports",
      severity: "error",
      comment: "Another package is reached through its index.",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^packages/[^/]+/src/(?!index[.]ts)", pathNot: "^$1/$2/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "not-to-unresolvable",
      severity: "error",
      comment: "What cannot be resolved cannot be judged.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-undeclared-package",
      severity: "error",
      comment: "npm lifts packages to the root, so that an undeclared one compiles by accident.",
      from: { path: "/src/", pathNot: TESTS },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Only our own: a plain "/dist/" hides every package that keeps its code in such a folder.
    exclude: { path: "^(packages|apps)/[^/]+/dist/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ["import", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
