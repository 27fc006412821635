import { IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { TrustPanel } from "../diagnostics/TrustPanel.tsx";
import { useText } from "../text/use-text.ts";
import { bestOffer, connectionOf } from "./choose-offer.ts";
import { OfferFacts } from "./OfferFacts.tsx";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";

/** Who answers there and how the way is secured; its certificate is trusted by a lead and never by itself. */
export function SecurityStep({ state, onGo }: StepProps<"security">) {
  const { ask } = useScreen();
  const t = useText();
  const [looks, setLooks] = useState(0);
  const [busy, setBusy] = useState(false);
  const { offered, endpointUrl } = state;
  const offer = bestOffer(offered.offers);
  const connection = offer === null ? null : connectionOf(endpointUrl, offer);
  const explore = async () => {
    if (connection === null) return;
    setBusy(true);
    const answer = await ask("commissioning.explore", { connection });
    setBusy(false);
    setLooks((before) => before + 1); // a certificate that was turned away waits for its verdict now
    if (answer?.ok !== true) return;
    const name = answer.value.recognised[0]?.name ?? offered.applicationName;
    onGo({
      step: "machine",
      connection,
      machine: answer.value,
      name,
      signals: [],
      alarmSources: answer.value.alarmSources,
    });
  };
  return (
    <StepLayout
      place={2}
      heading={t("commissioning.security")}
      note={connection === null ? t("commissioning.needs-user") : undefined}
      onBack={() => onGo({ step: "address" })}
      foot={
        <Key
          primary
          className={styles.primary}
          icon={<IconEye size={36} aria-hidden="true" />}
          disabled={connection === null || busy}
          onPress={() => void explore()}
        >
          {t(busy ? "commissioning.asking" : "commissioning.explore")}
        </Key>
      }
    >
      <div className={styles.stack}>
        <OfferFacts endpointUrl={endpointUrl} offered={offered} offer={offer} />
        <div className={styles.trust}>
          <TrustPanel key={looks} />
        </div>
      </div>
    </StepLayout>
  );
}
