import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { NoticeOf } from "./notice-of.ts";
import styles from "./PageFrame.module.css";
import type { Route } from "./route.ts";
import { SourceNotice } from "./SourceNotice.tsx";
import type { Shell } from "./shell.ts";
import { TopBar } from "./TopBar.tsx";

interface PageFrameProps {
  readonly shell: Shell;
  readonly page: Route["page"];
  readonly asOfUtc: string | null;
  readonly notice: NoticeOf | null;
  /** "screen": fills the window, for a television. "fixed": what does not fit scrolls inside. "flow": as long as its content. */
  readonly height: "screen" | "fixed" | "flow";
  readonly children: ReactNode;
}

/** Bar, notice and heading around a page. A page change is said to screen readers by moving the focus to the heading. */
export function PageFrame({ shell, page, asOfUtc, notice, height, children }: PageFrameProps) {
  const intl = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = intl.formatMessage({ id: `${page}.title` });
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · Takt`;
  }, [title]);
  return (
    <div className={styles.frame} data-height={height}>
      <TopBar shell={shell} page={page} asOfUtc={asOfUtc} />
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className="visually-hidden" data-screen-heading="">
          <FormattedMessage id={`${page}.title`} />
        </h1>
        <SourceNotice notice={notice} asOfUtc={asOfUtc} />
        {children}
      </main>
    </div>
  );
}
