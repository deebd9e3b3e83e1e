/** A stretch of a list: what comes after a place in it, and how much at most. */
export interface Page<Cursor> {
  readonly after?: Cursor;
  readonly limit: number;
}
