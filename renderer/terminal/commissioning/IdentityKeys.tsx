import type { OfferedEndpoint } from "../../../shared/screen/commissioning.ts";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { useText } from "../text/use-text.ts";
import { type Identity, identitiesOf } from "./identity.ts";
import styles from "./Steps.module.css";

interface IdentityKeysProps {
  readonly offers: readonly OfferedEndpoint[];
  /** null: the machine offers nothing this station may use. */
  readonly chosen: Identity | null;
  readonly onChoose: (identity: Identity) => void;
}

/** Who the station says it is there, of what the machine takes. */
export function IdentityKeys({ offers, chosen, onChoose }: IdentityKeysProps) {
  const t = useText();
  if (chosen === null) return null;
  return (
    <ChoiceKeys
      label={t("commissioning.identity")}
      className={styles.identities}
      choices={identitiesOf(offers).map((value) => ({ value, word: t(`commissioning.identity-${value}`) }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
