/** What we use of yauzl 3.4; the types found through other packages describe version 2. */
declare module "yauzl" {
  export interface Entry {
    readonly fileName: string;
    readonly externalFileAttributes: number;
  }
  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<NodeJS.ReadableStream>;
  }
  export function openPromise(path: string): Promise<ZipFile>;
}
