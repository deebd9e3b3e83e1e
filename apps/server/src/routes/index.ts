import type { FastifyInstance } from "fastify";
import { type AccessRoutesOptions, accessRoutes } from "./access.ts";
import { activityItemRoutes, activityRoutes, type ActivityRoutesOptions } from "./activities.ts";
import {
  activityChangeRoutes,
  type ActivityChangeRoutesOptions,
  activityDecisionRoutes,
} from "./activity-changes.ts";
import { type AdminAccessRoutesOptions, adminFlagRoutes, adminGrantRoutes } from "./admin-access.ts";
import { administrationRoutes, type AdministrationRoutesOptions, auditRoutes } from "./administration.ts";
import { apiKeyItemRoutes, apiKeyRoutes, type ApiKeyRoutesOptions } from "./api-keys.ts";
import { coachDeskItemRoutes, coachDeskRoutes, type CoachDeskRoutesOptions } from "./coach-desk.ts";
import {
  coachedAthletesRoutes,
  coachedCalendarRoutes,
  type CoachedAthletesRoutesOptions,
} from "./coached-athletes.ts";
import { coachesItemRoutes, coachesRoutes, type CoachesRoutesOptions } from "./coaches.ts";
import { completionItemRoutes, completionRoutes, type CompletionRoutesOptions } from "./completions.ts";
import {
  configurationCheckRoutes,
  configurationForceRoutes,
  configurationItemRoutes,
  configurationRoutes,
  type ConfigurationRoutesOptions,
} from "./configuration-versions.ts";
import {
  configurationDiffRoutes,
  configurationRowRoutes,
  configurationTextRoutes,
} from "./configuration-texts.ts";
import { goalItemRoutes, goalRoutes, type GoalRoutesOptions } from "./goals.ts";
import {
  consentItemRoutes,
  consentRoutes,
  type HealthDataRoutesOptions,
  questionnaireRoutes,
} from "./health-data.ts";
import { type AccountRoutesOptions, accountRoutes } from "./accounts.ts";
import { adminJobRoutes, type AdminJobRoutesOptions } from "./admin-jobs.ts";
import { type CalendarRoutesOptions, calendarRoutes } from "./calendar.ts";
import { type ConfirmationRoutesOptions, confirmationRoutes } from "./confirmations.ts";
import { type ExportRoutesOptions, exportRoutes } from "./exports.ts";
import { type HealthRoutesOptions, healthRoutes } from "./health.ts";
import { importFileRoutes, importUndoRoutes } from "./import-files.ts";
import { importItemRoutes, importRoutes, type ImportRoutesOptions } from "./imports.ts";
import { jobControlRoutes, type JobRoutesOptions, jobRoutes } from "./jobs.ts";
import { type MeRoutesOptions, meRoutes } from "./me.ts";
import { type PaywallRoutesOptions, paywallRoutes, type TrialRoutesOptions, trialRoutes } from "./paywall.ts";
import { type PlanChangeRoutesOptions, planChangeRoutes } from "./plan-changes.ts";
import { type PlanListRoutesOptions, planListRoutes } from "./plan-list.ts";
import { type PlanRebuildRoutesOptions, planRebuildRoutes } from "./plan-rebuilds.ts";
import {
  planLedgerRoutes,
  planRemakeRoutes,
  type PlanVersionRoutesOptions,
  planVersionRoutes,
} from "./plan-versions.ts";
import { type PlanRoutesOptions, planRoutes } from "./plans.ts";
import { type OfrepRoutesOptions, ofrepRoutes } from "./ofrep.ts";
import { pluginItemRoutes, pluginRoutes, type PluginRoutesOptions } from "./plugins.ts";
import { type PreviewRoutesOptions, previewRoutes } from "./previews.ts";
import { runReviewRoutes, type RunReviewRoutesOptions } from "./run-reviews.ts";
import { passwordRoutes, type SessionRoutesOptions, sessionRoutes } from "./sessions.ts";
import {
  standardPlanListRoutes,
  type StandardPlanRoutesOptions,
  standardPlanRoutes,
} from "./standard-plans.ts";
import { thresholdRoutes, type ThresholdRoutesOptions } from "./thresholds.ts";
import { toldActivityRoutes, type ToldActivityRoutesOptions } from "./told-activities.ts";
import { type WorkoutRoutesOptions, workoutRoutes } from "./workouts.ts";

/** Everything that any route needs. */
export interface RouteDeps
  extends
    HealthRoutesOptions,
    AccessRoutesOptions,
    ActivityRoutesOptions,
    ActivityChangeRoutesOptions,
    ToldActivityRoutesOptions,
    RunReviewRoutesOptions,
    ThresholdRoutesOptions,
    ImportRoutesOptions,
    AdminAccessRoutesOptions,
    PlanRoutesOptions,
    PlanListRoutesOptions,
    PlanVersionRoutesOptions,
    PlanChangeRoutesOptions,
    PlanRebuildRoutesOptions,
    PreviewRoutesOptions,
    StandardPlanRoutesOptions,
    WorkoutRoutesOptions,
    SessionRoutesOptions,
    ConfirmationRoutesOptions,
    CalendarRoutesOptions,
    AccountRoutesOptions,
    AdministrationRoutesOptions,
    ApiKeyRoutesOptions,
    CoachDeskRoutesOptions,
    CoachedAthletesRoutesOptions,
    CoachesRoutesOptions,
    CompletionRoutesOptions,
    GoalRoutesOptions,
    HealthDataRoutesOptions,
    JobRoutesOptions,
    ExportRoutesOptions,
    AdminJobRoutesOptions,
    ConfigurationRoutesOptions,
    PaywallRoutesOptions,
    OfrepRoutesOptions,
    PluginRoutesOptions,
    TrialRoutesOptions,
    MeRoutesOptions {
  readonly entitlements: AdminAccessRoutesOptions["entitlements"] & TrialRoutesOptions["entitlements"];
  readonly accounts: SessionRoutesOptions["accounts"] &
    ConfirmationRoutesOptions["accounts"] &
    MeRoutesOptions["accounts"];
}

/** All operations of the API. */
export async function addRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  await app.register(healthRoutes, deps);
  await app.register(planRoutes, deps);
  await app.register(planListRoutes, deps);
  await app.register(planVersionRoutes, deps);
  await app.register(planRemakeRoutes, deps);
  await app.register(planLedgerRoutes, deps);
  await app.register(planChangeRoutes, deps);
  await app.register(planRebuildRoutes, deps);
  await app.register(previewRoutes, deps);
  await app.register(standardPlanListRoutes, deps);
  await app.register(standardPlanRoutes, deps);
  await app.register(workoutRoutes, deps);
  await app.register(calendarRoutes, deps);
  await app.register(goalRoutes, deps);
  await app.register(goalItemRoutes, deps);
  await app.register(completionRoutes, deps);
  await app.register(completionItemRoutes, deps);
  await addRunRoutes(app, deps);
  await app.register(consentRoutes, deps);
  await app.register(consentItemRoutes, deps);
  await app.register(questionnaireRoutes, deps);
  await app.register(apiKeyRoutes, deps);
  await app.register(apiKeyItemRoutes, deps);
  await app.register(administrationRoutes, deps);
  await app.register(auditRoutes, deps);
  await app.register(accountRoutes, deps);
  await app.register(sessionRoutes, deps);
  await app.register(passwordRoutes, deps);
  await app.register(confirmationRoutes, deps);
  await app.register(coachesRoutes, deps);
  await app.register(coachesItemRoutes, deps);
  await app.register(coachDeskRoutes, deps);
  await app.register(coachDeskItemRoutes, deps);
  await app.register(coachedAthletesRoutes, deps);
  await app.register(coachedCalendarRoutes, deps);
  await app.register(jobRoutes, deps);
  await app.register(jobControlRoutes, deps);
  await app.register(exportRoutes, deps);
  await app.register(adminJobRoutes, deps);
  await app.register(meRoutes, deps);
  await app.register(accessRoutes, deps);
  await app.register(ofrepRoutes, deps);
  await app.register(adminFlagRoutes, deps);
  await app.register(adminGrantRoutes, deps);
  await app.register(configurationRoutes, deps);
  await app.register(configurationItemRoutes, deps);
  await app.register(configurationTextRoutes, deps);
  await app.register(configurationRowRoutes, deps);
  await app.register(configurationDiffRoutes, deps);
  await app.register(configurationCheckRoutes, deps);
  await app.register(configurationForceRoutes, deps);
  await app.register(pluginRoutes, deps);
  await app.register(pluginItemRoutes, deps);
  await app.register(paywallRoutes, deps);
  await app.register(trialRoutes, deps);
}

/** Operations about what was run. */
async function addRunRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  await app.register(activityRoutes, deps);
  await app.register(activityItemRoutes, deps);
  await app.register(activityChangeRoutes, deps);
  await app.register(activityDecisionRoutes, deps);
  await app.register(toldActivityRoutes, deps);
  await app.register(runReviewRoutes, deps);
  await app.register(thresholdRoutes, deps);
  await app.register(importRoutes, deps);
  await app.register(importItemRoutes, deps);
  await app.register(importFileRoutes, deps);
  await app.register(importUndoRoutes, deps);
}
