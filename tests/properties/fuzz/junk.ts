import fc from "fast-check";

const HUGE = 100_000;

/** What JSON can carry under a name that objects have already. */
const withOwnPrototype: unknown = JSON.parse('{"__proto__":{"distance":"5k"},"constructor":{"prototype":1}}');

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], "deep");

/** Values of every wrong kind, from missing ones to those that break a program that trusts them. */
export const JUNK: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  0,
  -1,
  0.1 + 0.2,
  5e-324,
  1.797e308,
  2 ** 53 + 2,
  -1e21,
  "",
  " ",
  "0",
  "NaN",
  "null",
  "5k\u0000",
  "\ud800",
  "🏃".repeat(40),
  "x".repeat(HUGE),
  "9".repeat(400),
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "<script>alert(1)</script>",
  "'; drop table plans; --",
  "../../../../etc/passwd",
  [],
  [null],
  ["mon"],
  {},
  { length: 3 },
  { weeks: null },
  withOwnPrototype,
  nested(2000),
  Array.from({ length: 5000 }, () => "mon"),
  new Date(Number.NaN),
  new Map([["distance", "5k"]]),
  /mon/,
];

export const anyJunk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...JUNK) },
  { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, withMap: true, withDate: true }) },
);
