/** `npm run fuzz:files`: breaks activity files in every way and reads them; nothing may crash, hang or fill memory. */
import process from "node:process";
import { parseArgs } from "node:util";
import { parseCalendarDate } from "@strideiq/engine";
import { HOUSE_CONFIG, readActivityRules } from "../apps/cli/src/config.ts";
import { seedFiles, survive } from "../packages/activity-files/src/synthetic/fuzz.fixture.ts";

const HELP = `npm run fuzz:files                          100,000 broken files, some minutes
npm run fuzz:files -- --files N --seed S    so many, from another seed on`;

const BATCH = 1000;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: "string", default: "100000" },
      seed: { type: "string", default: "0" },
      help: { type: "boolean" },
    },
  });
  const [files, seed] = [Number(values.files), Number(values.seed)];
  const today = parseCalendarDate("2026-11-22");
  const rules = await readActivityRules(HOUSE_CONFIG);
  if (values.help === true || !Number.isInteger(files) || !Number.isInteger(seed) || !rules.ok || !today.ok) {
    console.log(rules.ok ? HELP : rules.error.join("\n"));
    return;
  }
  const home = { timeZone: "Europe/Zurich", today: today.value };
  const seeds = seedFiles();
  let [activities, refused, slowest] = [0, 0, 0];
  for (let from = 0; from < files; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, files - from) }, (_, index) => seed + from + index);
    const survived = await survive(seeds, batch, home, rules.value);
    activities += survived.activities;
    refused += survived.refused;
    slowest = Math.max(slowest, survived.slowestMilliseconds);
  }
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${files} broken files: ${activities} activities read, ${refused} files refused, ` +
      `slowest ${slowest.toFixed(0)} ms, ${megabytes} MB in use at the end`,
  );
}
