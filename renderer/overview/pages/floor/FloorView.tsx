import { FormattedMessage } from "react-intl";
import { mesNowMs } from "../../data/mes-clock.ts";
import { useFloor } from "../../data/use-floor.ts";
import { useNow } from "../../data/use-now.ts";
import { noticeOf } from "../../shell/notice-of.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import type { Shell } from "../../shell/shell.ts";
import { listConcerns } from "./concerns.ts";
import { FloorSummary } from "./FloorSummary.tsx";
import styles from "./FloorView.module.css";
import { Hall } from "./Hall.tsx";
import { NeedsSomeone } from "./NeedsSomeone.tsx";

export function FloorView({ shell }: { readonly shell: Shell }) {
  const source = useFloor();
  const now = useNow();
  const notice = noticeOf(source, now);
  const { data, receivedAtMs } = source;
  const asOfUtc = data?.asOfUtc ?? null;
  return (
    <PageFrame shell={shell} page="floor" asOfUtc={asOfUtc} notice={notice} height="screen">
      {data === null || receivedAtMs === null ? (
        notice === null && (
          <p className={styles.loading}>
            <FormattedMessage id="loading" />
          </p>
        )
      ) : (
        <FloorBody
          page={data}
          nowMs={mesNowMs({ asOfUtc: data.asOfUtc, receivedAtMs }, now)}
          stale={notice !== null}
        />
      )}
    </PageFrame>
  );
}

interface FloorBodyProps {
  readonly page: Parameters<typeof listConcerns>[0];
  readonly nowMs: number;
  readonly stale: boolean;
}

function FloorBody({ page, nowMs, stale }: FloorBodyProps) {
  return (
    <>
      <FloorSummary page={page} />
      <div className={styles.floor}>
        <Hall page={page} nowMs={nowMs} stale={stale} />
        <NeedsSomeone concerns={listConcerns(page, nowMs)} nowMs={nowMs} />
      </div>
    </>
  );
}
