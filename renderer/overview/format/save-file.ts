/** Time for the browser to begin to read it; what is kept longer is kept for ever. */
const KEPT_MS = 60_000;

/** Hands a file to the reader's browser, which asks where it goes or puts it to the downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
