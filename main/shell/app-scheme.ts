import { readFile } from "node:fs/promises";
import path from "node:path";
import { protocol } from "electron";
import { chooseAsset } from "./choose-asset.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";

export const TERMINAL_ORIGIN = "app://terminal";
export const MESSAGE_ORIGIN = "app://message";

/** Must be called before Electron is ready. `standard` and `secure` give the pages real origins (§8-18: never file://). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export interface AppPages {
  readonly terminalFolder: string;
  /** Names of the files in it: nothing else is served. */
  readonly packaged: ReadonlySet<string>;
  /** The port the screen may speak to, asked at each load. */
  stationPort(): number;
  /** The shell's own page, by path; undefined when there is no such part of it. */
  messagePart(pathname: string): { readonly body: string; readonly contentType: string } | undefined;
}

export function serveAppScheme(pages: AppPages): void {
  protocol.handle("app", (request) => {
    const { host, pathname } = new URL(request.url);
    if (host === "terminal") return serveTerminal(request, pages);
    const message = host === "message" ? pages.messagePart(pathname) : undefined;
    return message === undefined
      ? refused(404)
      : new Response(message.body, { headers: headers(message.contentType, undefined) });
  });
}

async function serveTerminal(request: Request, pages: AppPages): Promise<Response> {
  const asset = chooseAsset(request, pages.packaged);
  if (asset.kind === "refused") return refused(asset.status);
  const body = await readFile(path.join(pages.terminalFolder, asset.name));
  return new Response(new Uint8Array(body), { headers: headers(asset.contentType, pages.stationPort()) });
}

function refused(status: number): Response {
  return new Response(null, { status, headers: headers("text/plain", undefined) });
}

function headers(contentType: string, stationPort: number | undefined): Record<string, string> {
  return {
    "Content-Type": contentType,
    "Content-Security-Policy": contentSecurityPolicy(stationPort),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
}
