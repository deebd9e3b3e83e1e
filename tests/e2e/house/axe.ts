import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What another colour scheme can break; all else is the same in both. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page or in a part of it once it stands there, each rule with the first element that breaks it. */
export async function violations(page: Page, part = "html"): Promise<readonly string[]> {
  await page.locator(part).first().waitFor();
  return found((await judge(page, part)).withTags(STANDARDS));
}

/** What its colours break, of a page that has been judged in others. */
export async function colourViolations(page: Page, part: string): Promise<readonly string[]> {
  return found((await judge(page, part)).withRules(OF_COLOURS));
}

/** Evaluates to nothing: where axe is on the page already it is not read again. */
const NOTHING = ";";

/** No frame of another origin stands here, and nobody reads what was found right: both would cost the most. */
async function judge(page: Page, part: string): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => "axe" in window);
  return new AxeBuilder(isThere ? { page, axeSource: NOTHING } : { page })
    .setLegacyMode()
    .include(part)
    .options({ resultTypes: ["violations"] });
}

async function found(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations: all } = await axe.analyze();
  return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`);
}
