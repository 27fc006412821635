import { IconPrinter } from "@tabler/icons-react";
import { groupedSscc } from "../../../shared/lib/grouped-sscc.ts";
import type { ClosedUnitView, OpenUnitView } from "../../../shared/screen/packing-view.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import { LabelDrawing } from "./LabelDrawing.tsx";
import styles from "./PackingSheet.module.css";
import type { PackingPrimary } from "./packing-primary.ts";

interface LabelPanelProps {
  readonly last: ClosedUnitView | null;
  readonly pallet: OpenUnitView | null;
  readonly primary: PackingPrimary;
}

/** The label of the unit closed last, and what became of it. */
export function LabelPanel({ last, pallet, primary }: LabelPanelProps) {
  const t = useText();
  if (last === null) return <p className={styles.nothing}>{t("packing.no-label")}</p>;
  return (
    <section className={styles.closed} aria-label={t("packing.label-of", { sscc: last.sscc })}>
      <div className={styles.paper}>
        {last.label !== null && (
          <LabelDrawing
            label={last.label}
            size={last.size}
            words={t("packing.label-of", { sscc: last.sscc })}
          />
        )}
      </div>
      <div className={styles.side}>
        <strong className={styles.sscc}>{groupedSscc(last.sscc)}</strong>
        <p className={styles.job}>
          <JobWords last={last} />
        </p>
        <LabelKeys last={last} pallet={pallet} primary={primary} />
      </div>
    </section>
  );
}

function JobWords({ last }: { readonly last: ClosedUnitView }) {
  const t = useText();
  const { job } = last;
  if (job === null) return last.labels === 0 ? t("packing.label-not-printed") : null;
  switch (job.state) {
    case "sent":
      return t("packing.label-sent");
    case "lies":
      return t("packing.label-lies", { where: job.where });
    case "failed":
      return t("packing.label-failed", { why: job.why });
  }
}

function LabelKeys({ last, pallet, primary }: LabelPanelProps & { readonly last: ClosedUnitView }) {
  const t = useText();
  const { open } = useScreen();
  const print = useCommand("packing.printLabel");
  const onto = useCommand("packing.packUnit");
  return (
    <>
      {last.kind === "box" && pallet !== null && !last.isOnPallet && (
        <Key onPress={() => void onto.run({ unitId: pallet.unitId, childUnitId: last.unitId })}>
          {t("packing.onto-pallet")}
        </Key>
      )}
      {last.isOnPallet ? (
        <p className={styles.quiet}>{t("packing.on-pallet")}</p>
      ) : (
        <Key onPress={() => open({ kind: "reopen", unitId: last.unitId })}>{t("packing.reopen")}</Key>
      )}
      <Key
        primary={primary === "print"}
        icon={<IconPrinter size={32} aria-hidden="true" />}
        onPress={() => void print.run({ unitId: last.unitId })}
      >
        {t(last.labels === 0 ? "packing.print" : "packing.print-copy")}
      </Key>
    </>
  );
}
