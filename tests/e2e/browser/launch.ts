import { type BrowserServer, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** The browser's own walls stay up: no switch here touches web security or site isolation. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

const found = findChromium();

/** Whether browser tests can run on this machine at all. */
export const hasBrowser = found !== null;

export const NOT_RUN =
  "browser tests not run: no Chromium for this platform comes with npm; set CHROME_PATH to a Chrome or Chromium";

/** Starts the browser with a profile of its own, which Playwright removes at the end. */
export function serveBrowser(): Promise<BrowserServer> {
  if (found === null) throw new Error(NOT_RUN);
  return chromium.launchServer({
    executablePath: found.executable,
    args: ARGUMENTS,
    env: { ...process.env, ...found.env },
  });
}
