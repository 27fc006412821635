import { MESSAGE_LANGUAGES, MESSAGE_TEXTS, type MessageKind, TRY_AGAIN } from "./message-texts.ts";

export interface Message {
  readonly kind: MessageKind;
  /** The cause in the words of whoever failed. */
  readonly cause: string;
  /** What a person can do about it, if known. */
  readonly hint: string;
  /** Files or folders. */
  readonly logs: string;
}

/** Going there is refused like every navigation, and taken by the shell as the wish to try again. */
export const TRY_AGAIN_PATH = "/try-again";

/**
 * The page shown instead of a blank window. Plain HTML without script, built from this file alone, because it must
 * appear when nothing else does.
 */
export function messagePage(message: Message): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Takt</title><link rel="stylesheet" href="/message.css"></head>
<body>
<main>
<div class="band" role="alert">${OCTAGON}<h1>Takt</h1></div>
<div class="languages">
${MESSAGE_LANGUAGES.map((language) => languageSection(message.kind, language)).join("\n")}
</div>
<dl>
<dt>Cause</dt><dd>${asText(message.cause)}</dd>
${message.hint === "" ? "" : `<dt>What helps</dt><dd>${asText(message.hint)}</dd>`}
<dt>Log</dt><dd>${asText(message.logs)}</dd>
</dl>
<a class="primary" href="${TRY_AGAIN_PATH}">${MESSAGE_LANGUAGES.map((language) => `<span lang="${language}">${TRY_AGAIN[language]}</span>`).join("")}</a>
</main>
</body>
</html>
`;
}

/** The shape of "stopped", so that the state is not told by its colour alone. */
const OCTAGON = `<svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true"><path fill="currentColor" d="M12 1h16l11 11v16L28 39H12L1 28V12z"/></svg>`;

function languageSection(kind: MessageKind, language: (typeof MESSAGE_LANGUAGES)[number]): string {
  const { title, body } = MESSAGE_TEXTS[kind][language];
  return `<section lang="${language}"><h2>${asText(title)}</h2><p>${asText(body)}</p></section>`;
}

function asText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The tokens of the screens, by hand: this page must not depend on their bundle. */
export const MESSAGE_STYLE = `
:root { color-scheme: light dark; --canvas: #e4e8ec; --surface: #f5f7f9; --text: #12171c; --muted: #3e4853;
  --hair: #c3cad2; --accent: #094577; --accent-edge: #052c4e; --on-accent: #fff; --stopped: #a8000b; --on-stopped: #fff; }
@media (prefers-color-scheme: dark) { :root { --canvas: #11151a; --surface: #191f26; --text: #f3f6f9; --muted: #bac5d0;
  --hair: #36414c; --accent: #8cc4ff; --accent-edge: #5596dc; --on-accent: #06203a; --stopped: #ff7064; --on-stopped: #0b0f14; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--canvas); color: var(--text); font: 20px/28px "Noto Sans", "DejaVu Sans", sans-serif; }
main { min-height: 100vh; display: flex; flex-direction: column; gap: 16px; padding-bottom: 24px; }
.band { background: var(--stopped); color: var(--on-stopped); padding: 18px 24px; display: flex; gap: 16px; align-items: center; }
h1 { font-size: 36px; line-height: 44px; }
h2 { font-size: 24px; line-height: 32px; margin-bottom: 4px; }
.languages { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; padding: 0 24px; }
section { background: var(--surface); border: 2px solid var(--hair); border-radius: 12px; padding: 12px 16px; }
dl { display: grid; grid-template-columns: 136px 1fr; gap: 8px 16px; padding: 0 24px; flex: 1; align-content: start; }
dt { color: var(--muted); }
dd { overflow-wrap: anywhere; max-height: 84px; overflow: hidden; }
.primary { align-self: flex-end; margin: 0 24px; min-height: 96px; padding: 8px 32px; display: grid; grid-template-columns: auto auto;
  column-gap: 32px; align-items: center; border-radius: 8px; border-bottom: 4px solid var(--accent-edge); background: var(--accent);
  color: var(--on-accent); font-weight: 600; font-size: 24px; line-height: 32px; text-decoration: none; }
.primary:focus-visible { outline: 4px solid var(--accent); outline-offset: 2px; }
`;
