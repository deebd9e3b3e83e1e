import type { ColumnType } from "kysely";

/** A moment that the database fills in when the row is made. */
export type Moment = ColumnType<Date, Date | undefined, Date>;

/** A moment that may not have come yet. */
export type LaterMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** A column that may be left out. */
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** A column that the database fills in unless told otherwise. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** JSON: written as text, read as a value. */
export type Json<T> = ColumnType<T, string, string>;
export type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
