/** Where a number may stand: towards caution it is free, beyond the contract it is not. */
export interface Bound {
  readonly min: number;
  readonly max: number;
}

export const most = (max: number): Bound => ({ min: -Infinity, max });
export const least = (min: number): Bound => ({ min, max: Infinity });
export const between = (min: number, max: number): Bound => ({ min, max });

/** A word of the contract that is no stricter either way: what counts as a cutback, how far a race is. */
export const exactly = (value: number): Bound => ({ min: value, max: value });

/** An aim or a flag: what stands here steers plans and refuses none. */
export const FREE: Bound = { min: -Infinity, max: Infinity };

/** Lists and switches, which no single number bounds. */
export const ELSEWHERE = "elsewhere";

/** A window that may be narrowed and not widened. */
export const windowOf = (min: number, max: number) => ({ min: least(min), max: most(max) });

export const FREE_WINDOW = { min: FREE, max: FREE };

/**
 * A bound for every number under a value. A number that is added to a law does not compile before it is
 * decided whether, and which way, a configuration may move it.
 */
export type BoundsOf<T> = T extends number | null
  ? Bound
  : T extends string | boolean | readonly unknown[]
    ? typeof ELSEWHERE
    : {
        readonly [Key in keyof T as IsBounded<Key, T[Key]> extends true ? Key : never]: BoundsOf<T[Key]>;
      };

type IsBounded<Key, Value> = Key extends "source"
  ? false
  : Value extends string | number | boolean | null | readonly unknown[]
    ? true
    : keyof Omit<Value, "source"> extends never
      ? false
      : true;
