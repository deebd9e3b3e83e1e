import type { TestProject } from "vitest/node";
import { buildPage } from "../../../tools/starting/build-page.ts";
import { hasBrowser, NOT_RUN, serveBrowser } from "../browser/launch.ts";
import { EARLIER_DAY, MID_PLAN_DAY, REPOSITORY, startBeside, startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the page is served; empty where no browser can be had. */
    readonly address: string;
    /** The same plans on a later day. */
    readonly midPlanAddress: string;
    /** Where a plan can be asked for on an earlier day. */
    readonly earlierAddress: string;
    readonly browserEndpoint: string;
    readonly dataFolder: string;
  }
}

/** What was started, to be ended in the opposite order. */
const closers: (() => Promise<void>)[] = [];

/** Builds the page as `npm start` does, starts the real server on a database of its own, others for a later and an earlier day, and one browser for all files. */
export async function setup(project: TestProject): Promise<void> {
  if (!hasBrowser) {
    console.warn(NOT_RUN);
    project.provide("address", "");
    project.provide("midPlanAddress", "");
    project.provide("earlierAddress", "");
    project.provide("browserEndpoint", "");
    project.provide("dataFolder", "");
    return;
  }
  const unbuilt = await buildPage(REPOSITORY);
  if (unbuilt !== null) throw new Error(unbuilt);
  const server = await startServer();
  closers.unshift(server.stop);
  const onDay = (day: string) => startBeside(server.dataFolder, { ROLE: "api", TODAY: day });
  const others = await Promise.all([MID_PLAN_DAY, EARLIER_DAY].map(onDay));
  for (const { stop } of others) closers.unshift(stop);
  const browser = await serveBrowser();
  closers.unshift(() => browser.close());
  project.provide("address", server.address);
  project.provide("midPlanAddress", others[0]?.address ?? "");
  project.provide("earlierAddress", others[1]?.address ?? "");
  project.provide("dataFolder", server.dataFolder);
  project.provide("browserEndpoint", browser.wsEndpoint());
}

export async function teardown(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}
