import { IconArrowForwardUp, IconBookmark, IconUrgent } from "@tabler/icons-react";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { overridableScan } from "../material/overridable-scan.ts";
import { TakeOutKey } from "../packing/TakeOutKey.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./NoticeBar.module.css";

interface VerdictKeysProps {
  readonly scan: ScanView;
  readonly onClose: () => void;
}

/** What a person can do about a verdict, besides scanning again. */
export function VerdictKeys({ scan, onClose }: VerdictKeysProps) {
  const t = useText();
  const { model, notice, open } = useScreen();
  const keep = useCommand("scan.keep");
  const call = useCommand("help.request");
  const press = {
    keep: async () => {
      const answer = await keep.run({ code: scan.code });
      if (answer?.ok === true) onClose();
    },
    callLead: async () => {
      const answer = await call.run({ category: "lead" });
      if (answer?.ok !== true) return;
      onClose();
      notice({ kind: "help-called", category: "lead" });
    },
  };
  if (scan.outcome === "code-unknown") {
    return (
      <Key
        className={styles.key}
        icon={<IconBookmark size={32} aria-hidden="true" />}
        onPress={() => void press.keep()}
      >
        {t("verdict.keep")}
      </Key>
    );
  }
  const { unitId, packedEventId } = scan.details;
  if (scan.outcome === "piece-in-unit" && unitId !== undefined && packedEventId !== undefined) {
    return <TakeOutKey packing={{ unitId, packedEventId }} onClose={onClose} />;
  }
  const overridable = overridableScan(scan, model.people);
  if (overridable !== null) {
    return (
      <Key
        className={styles.key}
        icon={<IconArrowForwardUp size={32} aria-hidden="true" />}
        onPress={() => {
          onClose();
          open({ kind: "override", ...overridable });
        }}
      >
        {t("verdict.override")}
      </Key>
    );
  }
  if (scan.verdict === "blocked") {
    return (
      <Key
        className={styles.key}
        icon={<IconUrgent size={32} aria-hidden="true" />}
        onPress={() => void press.callLead()}
      >
        {t("verdict.call-lead")}
      </Key>
    );
  }
  return null;
}
