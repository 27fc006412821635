/** One import, re-export or dynamic import, as written and as resolved. */
export interface Import {
  /** What stands between the quotes. */
  readonly request: string;
  /** The file inside the house it means (relative to the root, `/` as separator); undefined for packages. */
  readonly target?: string;
  readonly line: number;
  /** Erased at run time: `import type`, or every imported name is a type. */
  readonly isTypeOnly: boolean;
  /** Names taken from the module; empty for a bare, namespace, default or dynamic import. */
  readonly names: readonly string[];
}

export interface Remark {
  readonly text: string;
  readonly line: number;
}

/** What the house rules need to know of a file, and no more. */
export interface SourceFile {
  /** Relative to the root, `/` as separator. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
  /** Relative addresses in plain strings, such as a worker's file: they keep that file from being an orphan. */
  readonly mentions: readonly string[];
  readonly comments: readonly Remark[];
  /** Lines where the global `fetch` is used. */
  readonly fetchLines: readonly number[];
  /** It declares nothing of its own and only passes on what other files export. */
  readonly isBarrel: boolean;
  /** Lines with `export * from`. */
  readonly starExportLines: readonly number[];
}

const TEST = /(\.test\.tsx?$)|((^|\/)testing\/)|(^(e2e|bench)\/)/;

/** Tests, their support (folders named `testing`), end-to-end specs and benchmarks: they may use every part directly. */
export function isTestCode(path: string): boolean {
  return TEST.test(path);
}
