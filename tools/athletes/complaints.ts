import { FAULTS } from "@strideiq/testing";
import type { ThreadMemory } from "./in-threads.ts";
import { commandFor, type Findings } from "./page.ts";

/** Memory is flat while what a thread holds at its end exceeds its start by no more than this. */
const HEAP_GROWTH_MAX = 1.2;
const HEAP_STEP_BYTES_MAX = 10 * 2 ** 20;

/** Everything that must not be, with the command that shows it again. Empty when the plans are sound. */
export function complaintsOf({ seed, faults, memory }: Findings): readonly string[] {
  const grown = memory.filter((thread) => !isFlat(thread));
  return [
    ...faults.map(
      ({ kind, detail, athlete }) => `${FAULTS[kind]}: ${detail}\n  ${commandFor(seed, athlete, 1)}`,
    ),
    ...grown.map(
      ({ startBytes, endBytes }) =>
        `Memory grew: a thread held ${startBytes} bytes at first and ${endBytes} at last.`,
    ),
  ];
}

const isFlat = ({ startBytes, endBytes }: ThreadMemory): boolean =>
  endBytes <= startBytes * HEAP_GROWTH_MAX + HEAP_STEP_BYTES_MAX;
