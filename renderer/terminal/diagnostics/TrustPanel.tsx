import { IconCertificate, IconShieldCheck, IconShieldLock, IconX } from "@tabler/icons-react";
import { HoldKey } from "../../ui/HoldKey.tsx";
import { Key } from "../../ui/Key.tsx";
import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import styles from "./TrustPanel.module.css";
import { useCertificates } from "./use-certificates.ts";

/** A certificate nobody has judged yet waits here for a lead; nothing is trusted by itself. */
export function TrustPanel() {
  const { model, time } = useScreen();
  const t = useText();
  const { list, judge } = useCertificates();
  const waiting = list?.machines.filter(({ trust }) => trust !== "trusted") ?? [];
  const [first] = waiting;
  if (first === undefined) {
    return (
      <section className={styles.quiet}>
        <IconShieldCheck size={32} aria-hidden="true" />
        <p>{t(list === null ? "diagnostics.trust-for-leads" : "diagnostics.trust-done")}</p>
      </section>
    );
  }
  const isLead = isLeadHere(model.people);
  return (
    <>
      <section className={styles.panel} data-state="waiting">
        <IconCertificate size={36} aria-hidden="true" />
        <div className={styles.words}>
          <p className={styles.title} data-clip>
            {t("diagnostics.new-certificate", { count: waiting.length })} {first.subject}
          </p>
          <p className={styles.facts} data-clip>
            {shortFingerprint(first.sha256)},{" "}
            {t("diagnostics.valid-until", { date: time.date(first.validToUtc) })}
          </p>
          {!isLead && <p>{t("refusal.lead-only")}</p>}
        </div>
        {isLead && first.trust === "unknown" && (
          <Key icon={<IconX size={28} aria-hidden="true" />} onPress={() => void judge(first, "rejected")}>
            {t("diagnostics.reject")}
          </Key>
        )}
      </section>
      {isLead && (
        <HoldKey
          className={styles.trust}
          icon={<IconShieldLock size={32} aria-hidden="true" />}
          note={t("diagnostics.trust-hold")}
          onHeld={() => void judge(first, "trusted")}
        >
          {t("diagnostics.trust")}
        </HoldKey>
      )}
    </>
  );
}
