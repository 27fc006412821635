import type { OfferedEndpoint, OfferedEndpoints } from "../../../shared/screen/commissioning.ts";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { type Fact, Facts } from "../diagnostics/Facts.tsx";
import { securityWords } from "../diagnostics/security-words.ts";
import { shortFingerprint } from "../diagnostics/short-fingerprint.ts";
import { useText } from "../text/use-text.ts";

interface OfferFactsProps {
  readonly endpointUrl: string;
  readonly offered: OfferedEndpoints;
  /** The one that would be used; null: none may be. */
  readonly offer: OfferedEndpoint | null;
}

/** What the server says of itself before anyone logs in; nothing of it is proven yet. */
export function OfferFacts({ endpointUrl, offered, offer }: OfferFactsProps) {
  const { time } = useScreen();
  const t = useText();
  const { certificate, applicationName } = offered;
  const facts: readonly Fact[] = [
    { name: t("diagnostics.server"), value: endpointUrl },
    { name: t("commissioning.application"), value: applicationName },
    {
      name: t("diagnostics.security"),
      value: offer === null ? t("commissioning.no-offer") : securityWords(offer, t),
    },
    ...(certificate === null
      ? []
      : [
          { name: t("diagnostics.certificate"), value: certificate.subject },
          { name: "SHA-256", value: shortFingerprint(certificate.sha256) },
          { name: t("diagnostics.valid-to"), value: time.date(certificate.validToUtc) },
        ]),
  ];
  return (
    <Panel>
      <Facts facts={facts} />
    </Panel>
  );
}
