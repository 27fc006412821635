import { IconPlugConnected } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./AddressStep.module.css";
import { addressOf } from "./address.ts";

const TILES = 4;

interface AddressTilesProps {
  readonly disabled: boolean;
  readonly onChoose: (endpointUrl: string) => void;
}

/** An address that was just scanned, and those of the machines the station knows. */
export function AddressTiles({ disabled, onChoose }: AddressTilesProps) {
  const { model } = useScreen();
  const t = useText();
  const scanned = addressOf(model.lastScan?.code ?? "");
  const known = model.machines.flatMap(({ name, link }) =>
    link === null ? [] : [{ name, endpointUrl: link.endpointUrl }],
  );
  const choices =
    scanned === null ? known : [{ name: t("commissioning.scanned"), endpointUrl: scanned }, ...known];
  return (
    <div className={styles.tiles}>
      {choices.slice(0, TILES).map(({ name, endpointUrl }) => (
        <Key
          key={`${name} ${endpointUrl}`}
          shape="tile"
          className={styles.tile}
          icon={<IconPlugConnected size={32} aria-hidden="true" />}
          note={
            <span className={styles.url} data-clip>
              {endpointUrl}
            </span>
          }
          disabled={disabled}
          onPress={() => onChoose(endpointUrl)}
        >
          {name}
        </Key>
      ))}
    </div>
  );
}
