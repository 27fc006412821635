/**
 * What can go wrong with the database, by what must follow:
 * - full: the write was rolled back, reading goes on, booking is refused until there is room (fault D1);
 * - suspect: a write or flush failed below SQLite; nothing may be believed until a restart has verified the file (D3);
 * - not-permitted: the data are another user's, or the disk is mounted for reading only; a person must act;
 * - unusable: this build must not open this file at all (wrong version, schema, pragma: B7), a person must act.
 */
export type StoreErrorCode = "full" | "suspect" | "unusable" | "locked" | "not-permitted";

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(`${message} (store/${code})`, options);
    this.name = "StoreError";
    this.code = code;
  }
}
