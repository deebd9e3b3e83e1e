/** `npm run bench:web`: what the calendar costs a browser, each figure against its budget. A missed budget fails. */
import process from "node:process";
import { chromium } from "playwright-core";
import { hasBrowser, NOT_RUN, serveBrowser } from "../tests/e2e/browser/launch.ts";
import { REPOSITORY, startServer } from "../tests/e2e/house/server.ts";
import { calendarFigures, type WebFigure } from "./bench/calendar-figures.ts";
import { buildPage } from "./starting/build-page.ts";

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await main();

async function main(): Promise<void> {
  if (!hasBrowser) {
    console.warn(NOT_RUN);
    return;
  }
  const unbuilt = await buildPage(REPOSITORY);
  if (unbuilt !== null) throw new Error(unbuilt);
  const server = await startServer();
  const host = await serveBrowser();
  try {
    const browser = await chromium.connect(host.wsEndpoint());
    const figures = await calendarFigures(browser, server.address);
    console.log(tableOf(figures));
    process.exitCode = figures.every(({ value, budget }) => value <= budget) ? 0 : 1;
  } finally {
    await host.close();
    await server.stop();
  }
}

function tableOf(figures: readonly WebFigure[]): string {
  const rows = figures.map(({ name, value, budget, unit }) => {
    const kept = value <= budget ? "kept" : "MISSED";
    return `| ${name} | ${String(Math.round(value))} ${unit} | ${String(budget)} ${unit} | ${kept} |`;
  });
  return ["| Figure | Value | Budget | |", "| --- | ---: | ---: | --- |", ...rows].join("\n");
}
