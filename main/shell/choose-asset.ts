export type Asset =
  | { readonly kind: "file"; readonly name: string; readonly contentType: string }
  | { readonly kind: "refused"; readonly status: 404 | 405 };

/** Fixed: what a file is does not depend on the operating system's registry. Other kinds of file are not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  woff2: "font/woff2",
};

/** Decides what the page gets for an address of its own scheme: a file of the package under its exact name, or nothing. */
export function chooseAsset(request: { method: string; url: string }, packaged: ReadonlySet<string>): Asset {
  if (request.method !== "GET") return { kind: "refused", status: 405 };
  const name = nameOf(request.url);
  const contentType = CONTENT_TYPES[name.slice(name.lastIndexOf(".") + 1)];
  if (!packaged.has(name) || contentType === undefined) return { kind: "refused", status: 404 };
  return { kind: "file", name, contentType };
}

/** Not decoded on purpose: no file of ours needs it, and %2e%2e stays what it is, a name that was never packaged. */
function nameOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname === "/" ? "index.html" : pathname.slice(1);
}
