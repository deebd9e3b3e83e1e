import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import process from "node:process";

/** What the page is made of: its own files, and the packages that travel to the browser with it. */
const SOURCES = [
  "apps/web/*",
  "apps/web/{src,public}/**/*",
  "packages/{contracts,engine,wording}/src/**/*",
  "package-lock.json",
];

const isSource = (path: string): boolean => !/\.(test|fixture)\.tsx?$/.test(path);

/** Builds `apps/web/dist` unless it is made of the present sources; what went wrong comes back as a sentence. */
export async function buildPage(root: string): Promise<string | null> {
  const stamp = join(root, ".cache", "page.stamp");
  const dist = join(root, "apps", "web", "dist");
  try {
    const wanted = await hashOf(root);
    const built = await readFile(stamp, "utf8").catch(() => "");
    if (built === wanted && existsSync(join(dist, "index.html"))) return null;

    const unfinished = join(root, ".cache", `page-${String(process.pid)}`);
    await mkdir(join(root, ".cache"), { recursive: true });
    const log = await runVite(root, unfinished);
    if (log !== null) return `The page could not be built: ${log}`;
    // Exchanged whole, so that neither a kill nor a second start leaves half a page.
    await rm(dist, { recursive: true, force: true });
    await rename(unfinished, dist);
    await writeFile(stamp, wanted);
    return null;
  } catch (problem) {
    return sentenceOf(problem, root);
  }
}

async function hashOf(root: string): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: root, withFileTypes: true }))
    if (entry.isFile() && isSource(entry.name)) files.push(join(entry.parentPath, entry.name));
  const hash = createHash("sha256");
  for (const file of files.toSorted())
    hash
      .update(relative(root, file))
      .update("\0")
      .update(await readFile(file));
  return hash.digest("hex");
}

/** Runs the page's build tool; its last words when it failed, else null. */
const runVite = (root: string, outDir: string): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const options = [
      "build",
      join(root, "apps", "web"),
      "--outDir",
      outDir,
      "--emptyOutDir",
      "--logLevel",
      "error",
    ];
    const vite = spawn(process.execPath, [join(root, "node_modules", "vite", "bin", "vite.js"), ...options], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const parts: Buffer[] = [];
    vite.stdout.on("data", (part: Buffer) => parts.push(part));
    vite.stderr.on("data", (part: Buffer) => parts.push(part));
    vite.once("error", reject);
    vite.once("close", (code) => {
      resolve(code === 0 ? null : Buffer.concat(parts).toString("utf8").trim());
    });
  });

const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR"]);

function sentenceOf(problem: unknown, root: string): string {
  const code = problem instanceof Error && "code" in problem ? String(problem.code) : "";
  if (UNWRITABLE.has(code))
    return `The folder ${root} is not writable for this user; make it writable, or copy the project to a folder that is.`;
  if (code === "ENOSPC") return `The disk of ${root} is full; make room and start again.`;
  throw problem;
}
