import { IconFileExport, IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { refusalSentence } from "../notice/refusal-sentence.ts";
import { useText } from "../text/use-text.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";
import { useExchange } from "./use-exchange.ts";

const AT_ONCE = 8;

/** Mappings that lie in the folder for them, and the way to put this station's there. */
export function ExchangeStep({ onGo }: StepProps<"exchange">) {
  const { time } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const { list, refused, written, busy, write, compare } = useExchange((comparison) =>
    onGo({ step: "compare", comparison }),
  );
  const shown = pageOf(list?.files ?? [], wanted, AT_ONCE);
  return (
    <StepLayout
      heading={t("exchange.heading")}
      note={list?.folder}
      onBack={() => onGo({ step: "address" })}
      foot={
        <div className={styles.foot}>
          <PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />
          <Key
            primary
            className={styles.primary}
            icon={<IconFileExport size={36} aria-hidden="true" />}
            note={written === null ? undefined : t("exchange.written")}
            disabled={busy || list === null}
            onPress={() => void write()}
          >
            {t("exchange.export")}
          </Key>
        </div>
      }
    >
      {refused !== null || list?.files.length === 0 ? (
        <MiddleNote
          icon={<IconFileText />}
          words={refused === null ? t("exchange.empty") : refusalSentence(refused, t)}
        />
      ) : (
        <div className={styles.files}>
          {shown.items.map(({ file, changedUtc }) => (
            <Key
              key={file}
              className={styles.row}
              selected={file === written}
              icon={<IconFileText size={28} aria-hidden="true" />}
              note={`${time.date(changedUtc)} ${time.clock(changedUtc)}`}
              disabled={busy}
              onPress={() => void compare(file)}
            >
              <span className={styles.name} data-clip>
                {file}
              </span>
            </Key>
          ))}
        </div>
      )}
    </StepLayout>
  );
}
