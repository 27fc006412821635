import { IconCheck, IconIdBadge2, IconLock, IconReload, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { Disposition } from "../../../shared/domain/quality/events.ts";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { QuantityStepper } from "../reason/QuantityStepper.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./DefectFoot.module.css";

const ICON_PX = 32;
const icons = {
  scrap: <IconTrash size={ICON_PX} aria-hidden="true" />,
  rework: <IconReload size={ICON_PX} aria-hidden="true" />,
  hold: <IconLock size={ICON_PX} aria-hidden="true" />,
  "use-as-is": <IconIdBadge2 size={ICON_PX} aria-hidden="true" />,
};
const dispositions: readonly Disposition[] = ["scrap", "rework", "hold", "use-as-is"];

interface DefectFootProps {
  readonly code: string | null;
  readonly onSaved: () => void;
}

/** How many, what happens to them, save. */
export function DefectFoot({ code, onSaved }: DefectFootProps) {
  const { model, language } = useScreen();
  const t = useText();
  const [quantity, setQuantity] = useState(1);
  const [disposition, setDisposition] = useState<Disposition>("scrap");
  const log = useCommand("quality.logDefect");
  const chosen = model.defects.find((defect) => defect.defectCode === code);
  const save = async () => {
    if (code === null) return;
    const answer = await log.run({ defectCode: code, quantity, disposition });
    if (answer?.ok !== true) return;
    setQuantity(1);
    onSaved();
  };
  return (
    <div className={styles.foot}>
      <QuantityStepper value={quantity} onChange={setQuantity} />
      <ChoiceKeys
        className={styles.dispositions}
        label={t("defect.disposition")}
        choices={dispositions.map((value) => ({ value, word: t(`defect.${value}`), icon: icons[value] }))}
        chosen={disposition}
        onChoose={setDisposition}
      />
      <Key
        primary
        stacked
        className={styles.save}
        icon={<IconCheck size={44} aria-hidden="true" />}
        disabled={chosen === undefined}
        note={chosen === undefined ? undefined : textIn(chosen.name, language)}
        onPress={() => void save()}
      >
        {t(`defect.save-${disposition}`)}
      </Key>
    </div>
  );
}
