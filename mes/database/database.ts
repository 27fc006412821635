/** A value that both databases take and give back unchanged. Timestamps travel as ISO text. */
export type SqlValue = string | number | boolean | null;

/** Runs SQL with $1-style parameters. Rows come back with bigint as number and timestamptz as ISO 8601 text. */
export interface Queries {
  query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs several statements without parameters, as migrations do. */
  script(sql: string): Promise<void>;
}

/**
 * The MES's database. Both implementations speak PostgreSQL; the contract suite beside this file runs on each.
 */
export interface Database extends Queries {
  /** Whether a returned commit is on stable storage. PGlite never flushes, so there the ingress file must. */
  readonly durableCommits: boolean;
  /** Runs `work` in one transaction: commits when it resolves, rolls back and rethrows when it rejects. */
  transaction<Value>(work: (tx: Queries) => Promise<Value>): Promise<Value>;
  /** Ends all connections. Idempotent. */
  close(): Promise<void>;
}
