import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { build } from "vite";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const FOLDER = path.join(ROOT, "dist", "gallery");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/** As strict as the window's own: nothing inline, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'";

export interface Gallery {
  /** Address of one screen; its fragment is described in renderer/terminal/gallery.tsx. */
  url(query: string): string;
  close(): Promise<void>;
}

/** Builds the gallery of screens and serves it on a free port of this machine. */
export async function openGallery(): Promise<Gallery> {
  await build({ configFile: path.join(ROOT, "renderer", "vite.gallery.config.ts"), logLevel: "error" });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://gallery");
    const file = path.join(FOLDER, path.normalize(pathname));
    if (!file.startsWith(FOLDER) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server);
  return {
    url: (query) => `http://127.0.0.1:${port}/gallery.html#${query}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The gallery has no port");
  return address.port;
}
