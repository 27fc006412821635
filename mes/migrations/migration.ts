/** One step forward of the schema. Numbers go in tens, so that a fix of an old release finds room. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
