import { describe, expect, it } from "vitest";
import { violations } from "./house/axe.ts";
import { canRun, PHONE, picture, TWO_LOOKS, useHouse } from "./house/visit.ts";
import { MARATHON_WISH } from "./house/wishes.ts";

describe.skipIf(!canRun)("what is one's own", () => {
  const { visit, visitPlan } = useHouse();

  it.each(TWO_LOOKS)(
    "is today's session first, then the days after, then the plans ($name)",
    async (look) => {
      const page = await visitPlan(MARATHON_WISH, look);
      await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
      await page.getByRole("link", { name: "Today" }).click();
      await page.getByText("Nothing to run today").waitFor();
      expect(await page.getByRole("region", { name: "The days after" }).getByRole("listitem").count()).toBe(
        6,
      );
      await picture(page, `today-${look.name}`, { fullPage: true });
      expect(await violations(page)).toEqual([]);
      await page.getByRole("link", { name: /^Marathon/ }).click();
      await page.getByRole("heading", { level: 1, name: "Marathon" }).waitFor();
    },
  );

  it.each(TWO_LOOKS)("are settings that hold at once and after a reload ($name)", async (look) => {
    const page = await visit("/settings", look);
    await page.getByRole("radio", { name: "Miles" }).last().check();
    await page.getByRole("radio", { name: "Sunday" }).check();
    await page.reload();
    expect(await page.getByRole("radio", { name: "Sunday" }).isChecked()).toBe(true);
    await picture(page, `settings-${look.name}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByText("Make it fit").click();
    expect(await page.getByRole("radio", { name: "Sunday" }).last().isChecked()).toBe(true);
    await page.getByText("26.2 mi").waitFor();
  });

  it("are keys that are shown once, the data in a file, and an end behind a word", async () => {
    const page = await visit("/sign-up", PHONE);
    await page.getByLabel("Name").fill("<b>Ada</b>");
    await page.getByLabel("E-mail").fill("ada-owns@example.org");
    await page.getByLabel("Password").fill("four words about running");
    await page.getByRole("main").getByRole("button", { name: "Make an account" }).click();
    await page.getByRole("button", { name: "Build my plan" }).waitFor();
    await page.goto("/account");
    await page.getByRole("main").getByText("<b>Ada</b>", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByText("Write a name of at most 100 characters").waitFor();
    await page.getByLabel("What it is for").fill("My watch");
    await page.getByRole("button", { name: "Make a key" }).click();
    const secret = await page.locator("code").innerText();
    const asked = await page.request.get("/v1/me", { headers: { authorization: `Bearer ${secret}` } });
    expect(await asked.json()).toMatchObject({ kind: "api_key", scopes: ["read"] });
    await picture(page, "account-phone", { fullPage: true });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "End this key: My watch" }).click();
    await page.getByText(/· ended/).waitFor();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download everything" }).click();
    expect((await download).suggestedFilename()).toBe("strideiq-export.json");

    await page.getByRole("button", { name: "Delete everything of mine" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await dialog.getByText("Write the word delete, then everything goes").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("Write delete to go on").fill("delete");
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await page.getByRole("heading", { name: "Everything of yours is deleted" }).waitFor();
    await page.goto("/account");
    await page.getByRole("main").getByText("Nobody yet").waitFor();
  });
});
