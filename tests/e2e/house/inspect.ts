import type { Page } from "playwright-core";
import { colourViolations, violations } from "./axe.ts";
import { DESKTOP, PHONE, picture, planStands } from "./visit.ts";

interface InspectOptions {
  /** Selector of what is judged; the whole page without it. */
  readonly part?: string;
  /** The picture shows all that can be scrolled to. */
  readonly fullPage?: boolean;
  /** Waits until the page stands there after its width has changed. */
  readonly stands?: (page: Page) => Promise<unknown>;
}

/**
 * Looks at a page as it stands, wide and narrow, light and dark: a picture of each for people, what axe finds, and
 * whether it can be scrolled sideways. One page for all of them: nothing is loaded or typed again. It is wide and
 * light afterwards.
 */
export async function inspect(
  page: Page,
  name: string,
  { part = "html", fullPage = false, stands }: InspectOptions = {},
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name: look, width, height } of [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height });
    await stands?.(page);
    await page.locator(part).first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) found.push(`${look}: ${String(overflow)} pixels wider than the screen`);
    await picture(page, `${name}-${look}`, { fullPage });
    found.push(...(await violations(page, part)).map((one) => `${look}: ${one}`));
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(page, `${name}-${look}-dark`, { fullPage });
    found.push(...(await colourViolations(page, part)).map((one) => `${look}, dark: ${one}`));
    await page.emulateMedia({ colorScheme: "light" });
  }
  return found;
}

/** The same of a plan, which is a table on a wide screen and an agenda on a narrow one. */
export const inspectPlan = (
  page: Page,
  name: string,
  options: InspectOptions = {},
): Promise<readonly string[]> => inspect(page, name, { ...options, stands: planStands });
