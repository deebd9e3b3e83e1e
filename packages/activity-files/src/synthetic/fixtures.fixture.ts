import { readFileSync } from "node:fs";

/** A real recording of `tests/fixtures/activities`; its README says where each comes from. */
export const readFixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../tests/fixtures/activities/${name}`, import.meta.url));
