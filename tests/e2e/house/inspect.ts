import type { Page } from "playwright-core";
import { colourViolations, violations } from "./axe.ts";
import { DESKTOP, type Look, PHONE, picture, planStands } from "./visit.ts";

interface InspectOptions {
  /** Selector of what is judged; the whole page without it. */
  readonly part?: string;
  /** Both widths without it; a calendar that changes its width is drawn anew, which takes its time. */
  readonly looks?: readonly Look[];
  /** The picture shows all that can be scrolled to. */
  readonly fullPage?: boolean;
  /** Waits until the page stands there after its width has changed. */
  readonly stands?: (page: Page) => Promise<unknown>;
}

/**
 * Looks at a page as it stands, narrow and wide, light and dark: a picture of each for people, what axe finds, and
 * whether it can be scrolled sideways. One page for all of them: nothing is loaded or typed again. It is light
 * afterwards, and as wide as the last look.
 */
export async function inspect(
  page: Page,
  name: string,
  { part = "html", fullPage = false, looks = [PHONE, DESKTOP], stands }: InspectOptions = {},
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name: look, width, height } of looks) {
    await page.setViewportSize({ width, height });
    await stands?.(page);
    await page.locator(part).first().waitFor();
    const problems = [...(await tooWide(page)), ...(await lasting(page, () => violations(page, part)))];
    await picture(page, `${name}-${look}`, { fullPage });
    await page.emulateMedia({ colorScheme: "dark" });
    // Looked at first, so that the picture shows the colours that the page has come to.
    const inTheDark = await lasting(page, () => colourViolations(page, part));
    await picture(page, `${name}-${look}-dark`, { fullPage });
    problems.push(...inTheDark.map((one) => `dark: ${one}`));
    await page.emulateMedia({ colorScheme: "light" });
    found.push(...problems.map((one) => `${look}: ${one}`));
  }
  return found;
}

const LOOKS_AGAIN = 4;

/**
 * What is still wrong when it is looked at again. The browser changes the colours of a page by and by when the system
 * turns dark: a word can have its old colour for a moment, on a ground that has its new one.
 */
async function lasting(
  page: Page,
  look: () => Promise<readonly string[]>,
  again = LOOKS_AGAIN,
): Promise<readonly string[]> {
  const found = await look();
  if (found.length === 0 || again === 0) return found;
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 250))));
  return lasting(page, look, again - 1);
}

const SETTLED_MS = 5000;

/** Says what stands out of the screen once its new width has been drawn. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, null, {
    timeout: SETTLED_MS,
  });
  return fits.then(
    () => [],
    () => ["wider than the screen"],
  );
}

/** The same of a plan, which is a table on a wide screen and an agenda on a narrow one. */
export const inspectPlan = (
  page: Page,
  name: string,
  options: InspectOptions = {},
): Promise<readonly string[]> => inspect(page, name, { ...options, stands: planStands });
