import { IconCircleCheck, IconFileImport, IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { MachineDifference } from "../../../shared/domain/machines/mapping-changes.ts";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { useText } from "../text/use-text.ts";
import { differenceWords } from "./difference-words.ts";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";
import { useImport } from "./use-import.ts";

const AT_ONCE = 4;
const ICONS = { added: IconPlus, changed: IconPencil, removed: IconMinus } as const;

/** What would be another with this file, machine by machine, before anything is. */
export function CompareStep({ state, onGo }: StepProps<"compare">) {
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const { comparison } = state;
  const { busy, take } = useImport(comparison, onGo);
  const { differences, withoutPassword } = comparison;
  const shown = pageOf(differences, wanted, AT_ONCE);
  const [first] = withoutPassword;
  const go = () => {
    if (first === undefined) void take({});
    else onGo({ step: "import-login", comparison, passwords: {} });
  };
  return (
    <StepLayout
      heading={t("exchange.compare")}
      note={comparison.file}
      onBack={() => onGo({ step: "exchange" })}
      foot={
        <div className={styles.foot}>
          <PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />
          <Key
            primary
            className={styles.primary}
            icon={<IconFileImport size={36} aria-hidden="true" />}
            note={
              first === undefined ? undefined : t("exchange.passwords", { count: withoutPassword.length })
            }
            disabled={busy || differences.length === 0}
            onPress={go}
          >
            {t("exchange.import")}
          </Key>
        </div>
      }
    >
      {differences.length === 0 ? (
        <MiddleNote icon={<IconCircleCheck />} words={t("exchange.same")} />
      ) : (
        <div className={styles.differences}>
          {shown.items.map((difference) => (
            <DifferencePanel key={difference.machineId} difference={difference} />
          ))}
        </div>
      )}
    </StepLayout>
  );
}

function DifferencePanel({ difference }: { readonly difference: MachineDifference }) {
  const t = useText();
  const Icon = ICONS[difference.kind];
  return (
    <Panel
      title={
        <span className={styles.kind}>
          <Icon size={28} aria-hidden="true" /> {difference.name}
        </span>
      }
      aside={t(`exchange.${difference.kind}`)}
    >
      {differenceWords(difference, t).map((line) => (
        <p key={line} className={styles.line} data-clip>
          {line}
        </p>
      ))}
    </Panel>
  );
}
