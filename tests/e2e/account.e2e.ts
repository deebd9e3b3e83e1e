import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeAccount, PASSWORD, signIn } from "./house/account.ts";
import { inspect } from "./house/inspect.ts";
import { adminLink, linkInLetterTo } from "./house/letters.ts";
import { canRun, PHONE, picture, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("an account", () => {
  const { visit, visitPlan } = useHouse();

  async function signUp(page: Page, email: string): Promise<void> {
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("main").getByRole("button", { name: "Make an account" }).click();
    await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  }

  it("takes over what a guest made, and leads back to it after signing out and in again", async () => {
    const page = await visitPlan(MARATHON_WISH);
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    const plan = page.url();
    await signUp(page, "ada-takes-over@example.org");
    await page.goto(plan);
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByText("ada-takes-over@example.org").waitFor();
    await picture(page, "menu-account");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();

    await page.goto(plan);
    await page.getByRole("heading", { name: "No plan is shown here" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(page, "ada-takes-over@example.org", "not the right one");
    await page.getByRole("alert").getByText("do not belong together").waitFor();
    expect(await page.getByLabel("E-mail").inputValue()).toBe("ada-takes-over@example.org");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    expect(page.url()).toBe(plan);
  });

  it("gets a new password by letter, once for each letter", async () => {
    const page = await visit("/sign-in", PHONE);
    const email = "ada-forgets@example.org";
    await makeAccount(page, email);
    await page.getByRole("link", { name: "Forgotten the password?" }).click();
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByRole("heading", { name: "Look into your mail" }).waitFor();

    const link = await linkInLetterTo(email);
    const choose = async (password: string): Promise<void> => {
      await page.goto(link);
      await page.getByLabel("New password").fill(password);
      await page.getByRole("button", { name: "Keep this password" }).click();
    };
    await choose("another sentence about running");
    await page.getByRole("heading", { name: "Your new password is kept" }).waitFor();
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, email, "another sentence about running");
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    await choose("a third sentence about running");
    await page.getByRole("alert").getByText("This link was used").waitFor();
  });

  it("of an administrator needs the whole link of the first start", async () => {
    const page = await visit("/admin/welcome");
    await page.getByRole("heading", { name: "This link is not whole" }).waitFor();
    await page.goto(`/admin/welcome#${"x".repeat(40)}`);
    await page.reload();
    await page.getByLabel("Name").fill("Eve");
    await page.getByLabel("E-mail").fill("eve@example.org");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the administrator" }).click();
    await page.getByRole("alert").getByText("This link was used, or has run out.").waitFor();
    await page.goto(adminLink());
    await page.reload();
    await page.getByLabel("Name").fill("Root");
    await page.getByLabel("E-mail").fill("root@example.org");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the administrator" }).click();
    await page.getByText("root@example.org · Administrator").waitFor();
  });

  it("whose session has run out is asked to sign in where one is, and goes on there", async () => {
    const page = await visitPlan(MARATHON_WISH, PHONE);
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    const plan = page.url();
    await makeAccount(page, "ada-runs-out@example.org");
    await page.reload();
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByText("ada-runs-out@example.org").waitFor();
    await page.context().clearCookies();
    await page.goto(plan);
    await page.getByRole("heading", { name: "You were signed out" }).waitFor();
    expect(await inspect(page, "signed-out", { looks: [PHONE] })).toEqual([]);
    await signIn(page, "ada-runs-out@example.org");
    await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    expect(page.url()).toBe(plan);
  });

  it("has pages that everybody can use: password, letter, administrator, farewell", async () => {
    const page = await visit("/forgotten-password");
    for (const [name, address, heading] of [
      ["forgotten", "/forgotten-password", /password/i],
      ["new-password", "/reset-password?token=x", /password/i],
      ["administrator", `/admin/welcome#${"x".repeat(40)}`, /administrator/i],
      ["sign-in", "/sign-in", /sign in/i],
      ["gone", "/gone", /deleted/i],
    ] as const) {
      await page.goto(address);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect(await inspect(page, name, { looks: [PHONE] })).toEqual([]);
    }
  });

  it("can be asked for in words that say how to mend a field", async () => {
    const page = await visit("/sign-up");
    await page.getByLabel("E-mail").fill("ada at example");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("main").getByRole("button", { name: "Make an account" }).click();
    await page.getByText("3 fields need another look").waitFor();
    await page.getByText("Write an e-mail address, such as").waitFor();
    await expect
      .poll(() => page.getByLabel("Name").evaluate((input) => input === document.activeElement))
      .toBe(true);
    expect(await page.getByLabel("Password").inputValue()).toBe("short");
    expect(await inspect(page, "sign-up")).toEqual([]);
  });
});
