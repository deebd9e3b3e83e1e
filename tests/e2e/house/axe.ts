import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page or in a part of it once it stands there, each rule with the first element that breaks it. */
export async function violations(page: Page, part = "html"): Promise<readonly string[]> {
  await page.locator(part).first().waitFor();
  const { violations: found } = await new AxeBuilder({ page }).include(part).withTags(STANDARDS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`);
}
