import type { AccountTables } from "./schema/accounts.ts";
import type { ActivityTables } from "./schema/activities.ts";
import type { AthleteTables } from "./schema/athletes.ts";
import type { ConfigurationTables } from "./schema/configuration.ts";
import type { JobTables } from "./schema/jobs.ts";
import type { PlanTables } from "./schema/plans.ts";

/** The tables of `migrations/`, as TypeScript sees them. */
export interface Database
  extends AccountTables, ActivityTables, AthleteTables, ConfigurationTables, JobTables, PlanTables {}
