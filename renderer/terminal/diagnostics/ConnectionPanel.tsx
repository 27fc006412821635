import { IconPlugConnectedX } from "@tabler/icons-react";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { dueLine } from "../text/due-words.ts";
import { useWording } from "../text/wording.ts";
import { type Fact, Facts } from "./Facts.tsx";
import { securityWords } from "./security-words.ts";
import { shortFingerprint } from "./short-fingerprint.ts";

/** Where the machine is, how the way to it is secured, and who it says it is. */
export function ConnectionPanel({ machine }: { readonly machine: MachineView }) {
  const { t, time, nowMs } = useWording();
  const { link } = machine;
  if (link === null) {
    return (
      <Panel title={t("diagnostics.connection")}>
        <MiddleNote icon={<IconPlugConnectedX />} words={t("diagnostics.no-link")} />
      </Panel>
    );
  }
  const at = (utc: string) => dueLine(utc, nowMs, time);
  const { certificate } = link;
  const word = t(`device.${link.state}`);
  const facts: readonly Fact[] = [
    { name: t("diagnostics.server"), value: link.endpointUrl },
    { name: t("diagnostics.security"), value: securityWords(link.security, t) },
    { name: t("diagnostics.identity"), value: t(`diagnostics.identity-${link.security.identity}`) },
    {
      name: t("diagnostics.session"),
      value:
        link.sessionSinceUtc === null
          ? t("diagnostics.none")
          : t("diagnostics.since", { time: at(link.sessionSinceUtc) }),
    },
    { name: t("diagnostics.certificate"), value: certificate?.subject ?? t("diagnostics.none") },
    ...(certificate === null
      ? []
      : [
          {
            name: "SHA-256",
            value: `${shortFingerprint(certificate.sha256)}, ${t(`diagnostics.trust-${certificate.trust}`)}`,
          },
          { name: t("diagnostics.valid-to"), value: time.date(certificate.validToUtc) },
        ]),
    { name: t("diagnostics.cause"), value: <span lang="en">{link.detail}</span> },
  ];
  return (
    <Panel
      title={t("diagnostics.connection")}
      aside={link.state === "ok" ? `✓ ${word}` : <Chip state="waiting">{word}</Chip>}
    >
      <Facts facts={facts} />
    </Panel>
  );
}
