import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { SourceState } from "../../data/source-state.ts";
import { useNow } from "../../data/use-now.ts";
import { noticeOf } from "../../shell/notice-of.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import type { TraceRoute, TraceSubject } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { TraceBar } from "./TraceBar.tsx";
import { TraceEmpty } from "./TraceEmpty.tsx";
import styles from "./TraceView.module.css";

interface TracePageProps<Data> {
  readonly shell: Shell;
  readonly route: TraceRoute;
  readonly subject: TraceSubject;
  readonly source: SourceState<Data>;
  /** "fixed": the tree has what the window leaves; "flow": tables are as long as they are. */
  readonly height: "fixed" | "flow";
  readonly children: (data: Data) => ReactNode;
}

/** Search and frame around what is known of one lot, order, unit or piece. */
export function TracePage<Data extends { readonly asOfUtc: string }>(props: TracePageProps<Data>) {
  const { shell, route, subject, source, height, children } = props;
  const intl = useIntl();
  const now = useNow();
  const isUnknown = source.problem === "not-found";
  const notice = isUnknown ? null : noticeOf(source, now);
  return (
    <PageFrame
      shell={shell}
      page="trace"
      asOfUtc={source.data?.asOfUtc ?? null}
      notice={notice}
      height={height}
    >
      <div className={styles.page} data-height={height}>
        <TraceBar shell={shell} route={route} />
        {isUnknown && (
          <TraceEmpty
            kind="unknown"
            words={intl.formatMessage({ id: `trace.unknown.${subject.kind}` }, { id: subject.id })}
            note={intl.formatMessage({ id: "trace.unknownNote" })}
          />
        )}
        {!isUnknown && source.data === null && notice === null && (
          <p className={styles.empty}>
            <FormattedMessage id="loading" />
          </p>
        )}
        {!isUnknown && source.data !== null && children(source.data)}
      </div>
    </PageFrame>
  );
}
