import { describe, expect, inject, it } from "vitest";
import { PASSWORD, signIn } from "./house/account.ts";
import { inspect } from "./house/inspect.ts";
import { linkInLetterTo } from "./house/letters.ts";
import { startBeside } from "./house/server.ts";
import { canRun, PHONE, useHouse } from "./house/visit.ts";

describe.skipIf(!canRun)("an address that has to be confirmed", () => {
  const { visit } = useHouse();

  it("opens its account by the link in the letter, which can be sent once more", async () => {
    const strict = await startBeside(inject("dataFolder"), { ROLE: "api", CONFIRM_EMAIL: "yes" });
    try {
      const [page, email] = [await visit("/gone", PHONE), "ada-confirms@example.org"];
      await page.goto(`${strict.address}/sign-up`);
      await page.getByLabel("Name").fill("Ada");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("main").getByRole("button", { name: "Make an account" }).click();
      await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
      await page.getByRole("button", { name: "Send it once more" }).click();
      await page.getByText("Another letter is on its way.").waitFor();
      expect(await inspect(page, "letter-sent", { looks: [PHONE] })).toEqual([]);

      await page.getByRole("link", { name: "Sign in" }).click();
      await signIn(page, email);
      await page.getByRole("heading", { name: "Your address waits to be confirmed" }).waitFor();
      await page.goto(await linkInLetterTo(email));
      await page.getByRole("heading", { name: "Confirm your address" }).waitFor();
      expect(await inspect(page, "confirm", { looks: [PHONE] })).toEqual([]);
      await page.getByRole("button", { name: "Confirm it" }).click();
      await page.getByRole("heading", { name: "Your address is confirmed" }).waitFor();
      await page.getByRole("link", { name: "Sign in" }).click();
      await signIn(page, email);
      await page.getByRole("button", { name: "Build my plan" }).waitFor();
    } finally {
      await strict.stop();
    }
  });

  it("is asked for where a link is spent, and nobody learns whether it is known", async () => {
    const page = await visit("/confirm-email?token=not-from-a-letter");
    await page.getByRole("button", { name: "Confirm it" }).click();
    await page.getByRole("alert").getByText("This link was used, or has run out.").waitFor();
    await page.getByRole("link", { name: "Ask for another link" }).click();
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("Write an e-mail address, such as").waitFor();
    expect(await inspect(page, "confirm-again", { looks: [PHONE] })).toEqual([]);
    await page.getByLabel("E-mail").fill("nobody-knows@example.org");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("If an account waits for nobody-knows@example.org").waitFor();
  });
});
