/** Parsed configuration may be read like the engine's value, whose fields are all readonly. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

/** `true` only where each type is assignable to the other, so that a schema cannot drift from the engine. */
export type SameShape<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
