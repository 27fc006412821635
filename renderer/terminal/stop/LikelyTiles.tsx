import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { LikelyReason, ReasonEvidence } from "../../../shared/screen/current-stop-view.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { type Text, useText } from "../text/use-text.ts";
import styles from "./LikelyTiles.module.css";

interface LikelyTilesProps {
  readonly reasons: readonly LikelyReason[];
  readonly onTap: (reasonCode: string) => void;
}

/** The reasons it most likely has, each with why it is thought so; the first is what the screen is for. */
export function LikelyTiles({ reasons, onTap }: LikelyTilesProps) {
  const { language } = useScreen();
  const t = useText();
  return (
    <div className={styles.tiles}>
      {reasons.map(({ reasonCode, name, evidence }, index) => (
        <Key
          key={reasonCode}
          shape="tile"
          className={styles.tile}
          primary={index === 0}
          note={evidence === null ? undefined : evidenceWords(evidence, t)}
          onPress={() => onTap(reasonCode)}
        >
          {textIn(name, language)}
        </Key>
      ))}
    </div>
  );
}

function evidenceWords({ basis, times, of }: ReasonEvidence, t: Text): string {
  return t(basis === "same-alarm" ? "stop.often-under-alarm" : "stop.often", { times, of });
}
