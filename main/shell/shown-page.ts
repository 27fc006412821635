import { MESSAGE_ORIGIN, TERMINAL_ORIGIN } from "./app-scheme.ts";
import { MESSAGE_STYLE, type Message, messagePage, TRY_AGAIN_PATH } from "./message-page.ts";

export const TRY_AGAIN_URL = `${MESSAGE_ORIGIN}${TRY_AGAIN_PATH}`;

/** Which of two pages the window is to show: the terminal, or the shell's own message in its place. */
export interface ShownPage {
  url(): string;
  message(): Message | null;
  showTerminal(): void;
  showMessage(message: Message): void;
  /** Hears of each change, and of each wish to have the page loaded anew. */
  onChange(listener: () => void): void;
  /** Serves the message page by path. */
  readonly part: (pathname: string) => { readonly body: string; readonly contentType: string } | undefined;
}

export function createShownPage(): ShownPage {
  let message: Message | null = null;
  let announce: () => void = () => undefined;
  function show(next: Message | null): void {
    message = next;
    announce();
  }
  return {
    url: () => (message === null ? `${TERMINAL_ORIGIN}/` : `${MESSAGE_ORIGIN}/`),
    message: () => message,
    showTerminal: () => show(null),
    showMessage: show,
    onChange(listener) {
      announce = listener;
    },
    part(pathname) {
      if (message === null) return undefined;
      if (pathname === "/") return { body: messagePage(message), contentType: "text/html; charset=utf-8" };
      if (pathname === "/message.css") return { body: MESSAGE_STYLE, contentType: "text/css; charset=utf-8" };
      return undefined;
    },
  };
}
