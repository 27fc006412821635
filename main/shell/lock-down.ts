import { app, type Session } from "electron";
import { isOwnAddress } from "./own-address.ts";

export type OnNavigationAttempt = (url: string) => void;

/**
 * Applies to every page this process ever shows, before it loads anything (RELIABILITY §8, points 5 and 11 to 15).
 * @param onAttempt hears of refused navigations; the message page asks for its retry this way, as it runs no script
 */
export function lockDownPages(onAttempt: OnNavigationAttempt): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-frame-navigate", (event) => {
      event.preventDefault();
      onAttempt(event.url);
    });
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.on("will-prevent-unload", (event) => event.preventDefault()); // no page may hold the window open
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/** No permission, no device, no download, and no request to anywhere but our own files and the loopback WebSocket. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isOwnAddress(request.url) }));
}
