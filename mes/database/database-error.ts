export type DatabaseErrorCode = "unreachable" | "not-durable" | "schema-newer";

/** Why the MES cannot use its database; the message is for the person who starts it. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseError";
    this.code = code;
  }
}
