import { IconEye, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { TrustPanel } from "../diagnostics/TrustPanel.tsx";
import { useText } from "../text/use-text.ts";
import { connectionOf } from "./choose-offer.ts";
import { IdentityKeys } from "./IdentityKeys.tsx";
import { offerFor, suggestedIdentity } from "./identity.ts";
import { OfferFacts } from "./OfferFacts.tsx";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";
import { useExplore } from "./use-explore.ts";

/** Who answers there and how the way is secured; its certificate is trusted by a lead and never by itself. */
export function SecurityStep({ state, onGo }: StepProps<"security">) {
  const t = useText();
  const [looks, setLooks] = useState(0);
  const { offered, endpointUrl, login } = state;
  const [identity, setIdentity] = useState(
    login === undefined ? suggestedIdentity(offered.offers) : ("user" as const),
  );
  const { busy, explore } = useExplore(offered, onGo);
  const offer = identity === null ? null : offerFor(offered.offers, identity);
  const connection =
    offer === null || identity === null ? null : connectionOf(endpointUrl, offer, { identity, login });
  const asksLogin = offer !== null && connection === null;
  const Icon = asksLogin ? IconKey : IconEye;
  const go = async () => {
    if (asksLogin) onGo({ ...state, step: "login", offer });
    if (connection === null) return;
    await explore(connection);
    setLooks((before) => before + 1); // a certificate that was turned away waits for its verdict now
  };
  return (
    <StepLayout
      place={2}
      heading={t("commissioning.security")}
      onBack={() => onGo({ step: "address" })}
      foot={
        <>
          <IdentityKeys offers={offered.offers} chosen={identity} onChoose={setIdentity} />
          <Key
            primary
            className={styles.primary}
            icon={<Icon size={36} aria-hidden="true" />}
            note={identity === "user" ? login?.user : undefined}
            disabled={offer === null || busy}
            onPress={() => void go()}
          >
            {t(busy ? "commissioning.asking" : asksLogin ? "commissioning.log-in" : "commissioning.explore")}
          </Key>
        </>
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
