import type { z } from "zod";

/** What comes out of a schema's JSON, once it is read. */
export type Told<S extends z.ZodType> = z.output<S>;

/**
 * What is written for a schema: what has a default may be left out, and a number in an address is a number
 * although its text is what travels.
 */
export type Written<S extends z.ZodType> = {
  readonly [Key in keyof z.input<S>]: unknown extends z.input<S>[Key]
    ? z.output<S>[Key & keyof z.output<S>]
    : z.input<S>[Key];
};

/** Bodies are JSON on both sides; nobody changes what they are handed. */
export type Sent<S extends z.ZodType> = Untouched<z.input<S>>;

type Untouched<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : { readonly [Key in keyof T]: Untouched<T[Key]> };
