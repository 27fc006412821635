import { IconBellRinging, IconCheck, IconHandStop, IconX } from "@tabler/icons-react";
import type { Refusal, RefusalCode } from "../../../shared/domain/refusal.ts";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import type { Notice } from "../app/view-state.ts";
import { type Text, useText } from "../text/use-text.ts";
import { BarShell } from "./BarShell.tsx";
import styles from "./NoticeBar.module.css";
import { refusalSentence } from "./refusal-sentence.ts";

/** Answered by a badge, or by a name and its PIN. */
const forBadge: readonly RefusalCode[] = ["nobody-signed-in", "rights-ended", "lead-time-over"];

/** What the station said about the last action, in words. It stays until the next one. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { dismissNotice, go, view } = useScreen();
  const t = useText();
  const refused = notice.kind === "refused" || notice.kind === "no-answer" || notice.kind === "no-station";
  const nobody = notice.kind === "refused" && forBadge.includes(notice.refusal.code);
  // Beside a pad there is no room for a second key; the name in the header leads to the PIN as well.
  const isBesidePad = view.sheet?.kind === "pad" || view.sheet?.kind === "reading";
  const Icon = refused ? IconHandStop : notice.kind === "help-called" ? IconBellRinging : IconCheck;
  return (
    <BarShell
      {...(refused ? { state: "waiting" as const } : {})}
      icon={<Icon size={56} aria-hidden="true" />}
      {...wordsOf(notice, t)}
      testId={refused ? "refusal-bar" : "notice-bar"}
    >
      {nobody && !isBesidePad && (
        <Key className={styles.key} onPress={() => go("sign-in")}>
          {t("frame.sign-in")}
        </Key>
      )}
      <Key className={styles.key} icon={<IconX size={32} aria-hidden="true" />} onPress={dismissNotice}>
        {t("refusal.close")}
      </Key>
    </BarShell>
  );
}

function wordsOf(notice: Notice, t: Text): { readonly title: string; readonly note: string } {
  switch (notice.kind) {
    case "refused":
      return { title: t(titleOf(notice.refusal)), note: refusalSentence(notice.refusal, t) };
    case "no-answer":
      return { title: t("refusal.title"), note: t("refusal.no-answer") };
    case "no-station":
      return { title: t("refusal.title"), note: t("refusal.no-station") };
    case "repeated":
      return { title: t("said.repeated"), note: t("said.repeated-note") };
    case "help-called":
      return {
        title: t("said.help", { category: t(`help.${notice.category}`) }),
        note: t("said.help-note"),
      };
    default:
      return unreachable(notice);
  }
}

/** A person's acknowledgement stands, whatever the machine says to it. */
function titleOf({ code }: Refusal): "refusal.title" | "refusal.title-saved" {
  return code.startsWith("acknowledge-") ? "refusal.title-saved" : "refusal.title";
}
