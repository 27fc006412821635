import { useScreen } from "../app/screen-context.ts";
import type { Sheet } from "../app/view-state.ts";
import { ActionBar } from "../notice/ActionBar.tsx";
import type { Verdict } from "../notice/use-verdict.ts";
import { VerdictBar } from "../notice/VerdictBar.tsx";
import { VerdictFrame } from "../notice/VerdictFrame.tsx";
import { Content } from "./Content.tsx";
import { Dock } from "./Dock.tsx";
import styles from "./Frame.module.css";
import { Header } from "./Header.tsx";
import { LostBar } from "./LostBar.tsx";
import { ScanStrip } from "./ScanStrip.tsx";

interface FrameProps {
  readonly verdict: Verdict;
  readonly lostSinceMs: number | null;
}

/** Header, content, scan strip and dock: the same on every screen, whatever lies over the content. */
export function Frame({ verdict, lostSinceMs }: FrameProps) {
  const { view } = useScreen();
  return (
    <div className={styles.frame}>
      <Header />
      <main className={styles.content} data-route={view.route} data-sheet={sheetPlace(view.sheet)}>
        <Content />
        {lostSinceMs !== null && <LostBar sinceMs={lostSinceMs} />}
        {/* Under a verdict the key to undo would be half covered, and pressed by mistake. */}
        {lostSinceMs === null && verdict.scan === null && <ActionBar />}
        {verdict.scan !== null && <VerdictFrame scan={verdict.scan} />}
        {verdict.scan !== null && <VerdictBar scan={verdict.scan} onClose={verdict.dismiss} />}
      </main>
      <ScanStrip />
      <Dock />
    </div>
  );
}

/** What a sheet leaves free for the bar. */
function sheetPlace(sheet: Sheet | null): "none" | "pad" | "pin" | "over" {
  if (sheet === null) return "none";
  if (sheet.kind === "reading") return "pad";
  return sheet.kind === "pad" || sheet.kind === "pin" ? sheet.kind : "over";
}
