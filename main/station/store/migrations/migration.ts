/** One step of the schema. Numbered in tens; a released one is never edited, only followed by another. */
export interface Migration {
  readonly id: number;
  readonly purpose: string;
  readonly sql: string;
}
