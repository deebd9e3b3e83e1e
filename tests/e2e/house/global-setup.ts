import { build } from "vite";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { hasBrowser, NOT_RUN, serveBrowser } from "../browser/launch.ts";
import { REPOSITORY, startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the page is served; empty where no browser can be had. */
    readonly address: string;
    readonly browserEndpoint: string;
  }
}

/** Builds the page, starts the real server on a database of its own, and one browser for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasBrowser) {
    console.warn(NOT_RUN);
    project.provide("address", "");
    project.provide("browserEndpoint", "");
    return () => Promise.resolve();
  }
  await build({ configFile: join(REPOSITORY, "apps/web/vite.config.ts"), logLevel: "error" });
  const server = await startServer();
  const browser = await serveBrowser();
  project.provide("address", server.address);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.stop();
  };
}
