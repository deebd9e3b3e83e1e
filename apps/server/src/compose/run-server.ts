import process from "node:process";
import { HELP, readArguments } from "./arguments.ts";
import { loadAccessSeeds } from "./access.ts";
import { readConfiguration, type Variables } from "./configuration.ts";
import { type Service, startService } from "./service.ts";
import { readShipped } from "./shipped.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

/** Starts what environment and arguments ask for and prints one line; what is wrong is said in a sentence each. */
export async function runServer(env: Variables, root: string, args: readonly string[] = []): Promise<void> {
  const settings = readArguments(args);
  if (!settings.ok) {
    fail([settings.error]);
    return;
  }
  if (settings.value === "help") {
    console.log(HELP);
    return;
  }
  const configuration = readConfiguration({ ...env, ...settings.value }, root);
  if (!configuration.ok) {
    fail(configuration.error);
    return;
  }
  const shipped = await readShipped(root);
  if (!shipped.ok) {
    fail(shipped.error);
    return;
  }
  const seeds = await loadAccessSeeds(root);
  if (!seeds.ok) {
    fail(seeds.error);
    return;
  }
  const service = await startService(configuration.value, shipped.value, seeds.value);
  if (!service.ok) {
    fail([service.error]);
    return;
  }
  stopOnSignal(service.value.stop);
  console.log(welcome(service.value));
  showAdminLink(service.value);
}

function fail(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence);
  process.exitCode = 1;
}

/** On a terminal somebody is looking; anywhere else what is printed is kept in a log, and a log gets no secret. */
function showAdminLink({ adminLink }: Service): void {
  if (adminLink === undefined || !process.stdout.isTTY) return;
  console.log(
    `To become its administrator, open ${adminLink.link}\n(also in ${adminLink.file}; it works once)`,
  );
}

function welcome({ address, dataElsewhere, metricsAddress }: Service): string {
  const what =
    address === undefined ? "StrideIQ Plans works in the background" : `StrideIQ Plans is ready: ${address}`;
  const figures = metricsAddress === undefined ? "" : `\nIts figures are at ${metricsAddress}`;
  return (dataElsewhere === undefined ? what : `${what} (its data lies in ${dataElsewhere})`) + figures;
}
