import { IconArrowsExchange, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { AddressPad } from "./AddressPad.tsx";
import styles from "./AddressStep.module.css";
import { AddressTiles } from "./AddressTiles.tsx";
import { endpointUrlOf } from "./address.ts";
import { StepLayout } from "./StepLayout.tsx";
import type { StepProps } from "./step-props.ts";

/** Where the machine is: one the station knows, one on a code that is scanned, or digits from the pad. */
export function AddressStep({ onGo }: StepProps<"address">) {
  const { ask, go, model } = useScreen();
  const t = useText();
  const [digits, setDigits] = useState("");
  const [busy, setBusy] = useState(false);
  const typed = endpointUrlOf(digits);
  const isLead = isLeadHere(model.people);
  const look = async (endpointUrl: string) => {
    setBusy(true);
    const answer = await ask("commissioning.offers", { endpointUrl });
    setBusy(false);
    if (answer?.ok === true) onGo({ step: "security", endpointUrl, offered: answer.value });
  };
  return (
    <StepLayout
      place={1}
      heading={t("commissioning.address")}
      note={t("commissioning.address-note")}
      onBack={() => go("diagnostics")}
      foot={
        <>
          {isLead && (
            <Key
              className={styles.exchange}
              icon={<IconArrowsExchange size={32} aria-hidden="true" />}
              onPress={() => onGo({ step: "exchange" })}
            >
              {t("exchange.open")}
            </Key>
          )}
          <Key
            primary
            className={styles.look}
            icon={<IconSearch size={36} aria-hidden="true" />}
            disabled={typed === null || busy}
            onPress={() => typed !== null && void look(typed)}
          >
            {t(busy ? "commissioning.asking" : "commissioning.look")}
          </Key>
        </>
      }
    >
      <div className={styles.two}>
        <AddressTiles disabled={busy} onChoose={(endpointUrl) => void look(endpointUrl)} />
        <AddressPad digits={digits} onDigits={setDigits} />
      </div>
    </StepLayout>
  );
}
