import type { Page } from "playwright-core";

export const PASSWORD = "four words about running";

/** Makes an account of the visitor without the form; what the guest made belongs to it. */
export async function makeAccount(page: Page, email: string, name = "Ada"): Promise<void> {
  const made = await page.request.post("/v1/accounts", { data: { name, email, password: PASSWORD } });
  if (!made.ok()) throw new Error(await made.text());
}

/** Types into the form of somebody who has an account. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
