import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { DefectTile } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { usePressGuard } from "../../ui/use-press-guard.ts";
import { useScreen } from "../app/screen-context.ts";
import { pageOf } from "../frame/paging.ts";
import { useText } from "../text/use-text.ts";
import styles from "./DefectCodes.module.css";

const TILES = 8;

interface DefectCodesProps {
  readonly chosen: string | null;
  readonly onChoose: (defectCode: string) => void;
}

/** Eight codes at a time, most frequent first, each with its share of the defects on this order. */
export function DefectCodes({ chosen, onChoose }: DefectCodesProps) {
  const { defects } = useScreen().model;
  const t = useText();
  const [page, setPage] = useState(1);
  const largestPercent = Math.max(1, ...defects.map((defect) => defect.sharePercent ?? 0));
  const paged = defects.length > TILES;
  const shown = pageOf(defects, page, paged ? TILES - 1 : TILES);
  return (
    <div className={styles.codes}>
      {shown.items.map((defect) => (
        <CodeKey
          key={defect.defectCode}
          defect={defect}
          largestPercent={largestPercent}
          chosen={defect.defectCode === chosen}
          onPress={() => onChoose(defect.defectCode)}
        />
      ))}
      {paged && (
        <Key shape="tile" onPress={() => setPage(shown.page === shown.pages ? 1 : shown.page + 1)}>
          <span className={styles.more}>
            {t("defect.more")}
            <IconChevronRight size={32} aria-hidden="true" />
          </span>
        </Key>
      )}
    </div>
  );
}

interface CodeKeyProps {
  readonly defect: DefectTile;
  /** The bar of the most frequent defect is full. */
  readonly largestPercent: number;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

function CodeKey({ defect, largestPercent, chosen, onPress }: CodeKeyProps) {
  const { language } = useScreen();
  const t = useText();
  const guarded = usePressGuard(onPress);
  const { sharePercent } = defect;
  return (
    <Button
      className={styles.code ?? ""}
      onPress={guarded}
      aria-pressed={chosen}
      {...(chosen ? { "data-selected": "" } : {})}
    >
      <span className={styles.words}>
        <span data-lines="2">{textIn(defect.name, language)}</span>
        {sharePercent !== null && (
          <span className={styles.share}>{t("defect.share", { percent: sharePercent })}</span>
        )}
      </span>
      {sharePercent !== null && (
        <span className={styles.track}>
          <span className={styles.bar} style={{ width: `${(sharePercent / largestPercent) * 100}%` }} />
        </span>
      )}
    </Button>
  );
}
