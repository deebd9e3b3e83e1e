import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const Page = z.looseObject({ next: z.string().nullable() });

interface Read {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

async function pageAt(visitor: Visitor, path: string, limit: number, after?: string): Promise<Read> {
  const cursor = after === undefined ? "" : `&after=${after}`;
  const { json } = await visitor.call(`${path}?limit=${String(limit)}${cursor}`);
  const { next, ...lists } = Page.parse(json);
  return { items: z.array(z.unknown()).parse(Object.values(lists)[0]), next };
}

describe("a list", () => {
  it.each(["/v1/standard-plans", "/v1/workouts", "/v1/goals"])(
    "of %s says on its last page that nothing comes after it",
    async (path) => {
      const visitor = createVisitor(() => service.address ?? "");
      for (const name of ["one", "two", "three"])
        await send(visitor, "POST", "/v1/goals", { distance: "5k", raceDate: "2027-04-18", name });
      const all = await pageAt(visitor, path, 100);
      expect(all.next).toBeNull();
      expect(all.items.length).toBeGreaterThanOrEqual(3);
      expect(await pageAt(visitor, path, all.items.length)).toEqual(all);
      const first = await pageAt(visitor, path, all.items.length - 1);
      expect(first.items).toEqual(all.items.slice(0, -1));
      expect(first.next).not.toBeNull();
      expect(await pageAt(visitor, path, 1, first.next ?? "")).toEqual({
        items: all.items.slice(-1),
        next: null,
      });
    },
  );
});
