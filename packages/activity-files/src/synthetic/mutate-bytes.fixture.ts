/** The same numbers from the same seed: a file that breaks something can be made again (mulberry32, T. Ettinger). */
export function createDice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Dice = ReturnType<typeof createDice>;
type Mutation = (bytes: Buffer, dice: Dice, others: readonly Uint8Array[]) => Buffer;

const NUMBERS = [
  "NaN",
  "-1",
  "1e308",
  "-1e308",
  "Infinity",
  "0",
  "99999999999999999999",
  "",
  "\u0000",
  "2099-01-01T00:00:00Z",
];
const TAGS = [
  "<trk>",
  "</trkpt>",
  "<Lap>",
  "<!--",
  "<![CDATA[",
  "<!DOCTYPE x>",
  "&amp;",
  "&x;",
  "<?xml?>",
  "]]>",
];

const pickedFrom = <One>(some: readonly One[], dice: Dice, otherwise: One): One =>
  some[dice(some.length)] ?? otherwise;

const replaced = (bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

/** Ways in which files break: on the way, on the device, and by somebody who wants them to. */
const MUTATIONS: readonly Mutation[] = [
  (bytes, dice) => {
    const broken = Buffer.from(bytes);
    for (let count = 1 + dice(16); count > 0; count -= 1) broken[dice(broken.length)] = dice(256);
    return broken;
  },
  (bytes, dice) => {
    const broken = Buffer.from(bytes);
    for (let count = 1 + dice(4); count > 0; count -= 1)
      broken.fill(pickedFrom([0, 0xff, 0x7f, 0x80], dice, 0), dice(broken.length), dice(broken.length));
    return broken;
  },
  (bytes, dice) => Buffer.from(bytes.subarray(0, dice(bytes.length))),
  (bytes, dice) => Buffer.from(bytes.subarray(dice(bytes.length))),
  (bytes, dice) => {
    const [from, length] = [dice(bytes.length), dice(512)];
    return replaced(bytes, from, from, bytes.subarray(from, from + length));
  },
  (bytes, dice) => {
    const from = dice(bytes.length);
    return replaced(bytes, from, from + dice(256), new Uint8Array());
  },
  (bytes, dice, others) => {
    const other = pickedFrom(others, dice, bytes);
    return Buffer.concat([bytes.subarray(0, dice(bytes.length)), other.subarray(dice(other.length))]);
  },
  (bytes, dice) => {
    const text = bytes.toString("latin1");
    const numbers = [...text.matchAll(/\d+([.]\d+)?/g)];
    const at = pickedFrom(numbers, dice, undefined);
    const by = Buffer.from(pickedFrom(NUMBERS, dice, ""), "latin1");
    return at === undefined ? bytes : replaced(bytes, at.index, at.index + at[0].length, by);
  },
  (bytes, dice) => {
    const from = dice(bytes.length);
    return replaced(bytes, from, from, Buffer.from(pickedFrom(TAGS, dice, "")));
  },
];

/** A broken copy of one of the files; equal seeds give equal bytes. */
export function mutated(files: readonly Uint8Array[], seed: number): Uint8Array {
  const dice = createDice(seed);
  let bytes: Buffer = Buffer.from(pickedFrom(files, dice, new Uint8Array([0])));
  for (let count = 1 + dice(3); count > 0 && bytes.length > 0; count -= 1)
    bytes = pickedFrom(MUTATIONS, dice, (same: Buffer) => same)(bytes, dice, files);
  return bytes;
}
