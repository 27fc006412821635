import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { Panel } from "../../ui/Panel.tsx";
import { dueLine } from "../text/due-words.ts";
import { roughly } from "../text/elapsed.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import { type Fact, Facts } from "./Facts.tsx";
import styles from "./FiguresPanel.module.css";
import { revisedWords } from "./revised-words.ts";

/** How much comes, what was lost on the way, and what the machine made of our wishes. */
export function FiguresPanel({ machine }: { readonly machine: MachineView }) {
  const { t, time, nowMs } = useWording();
  const number = useNumber();
  const { link } = machine;
  if (link === null) return null;
  const { lastGap, negotiated } = link;
  const at = (utc: string) => dueLine(utc, nowMs, time);
  const gap =
    lastGap === null
      ? t("diagnostics.no-gap")
      : `${at(lastGap.fromUtc)}, ${
          lastGap.toUtc === null
            ? t("diagnostics.gap-open")
            : roughly(Date.parse(lastGap.toUtc) - Date.parse(lastGap.fromUtc), t)
        }, ${t(`diagnostics.gap-${lastGap.cause}`)}`;
  const facts: readonly Fact[] = [
    {
      name: t("diagnostics.heard"),
      value:
        link.lastHeardUtc === null
          ? t("diagnostics.none")
          : t("machine.value-old", { duration: roughly(nowMs - Date.parse(link.lastHeardUtc), t) }),
    },
    {
      name: t("diagnostics.cuts"),
      value: t("diagnostics.cuts-sessions", { cuts: link.cuts, sessions: link.sessionsOpened }),
    },
    { name: t("diagnostics.last-gap"), value: gap },
    {
      name: t("diagnostics.agreed"),
      value:
        negotiated === null
          ? t("diagnostics.none")
          : t("diagnostics.agreed-words", {
              publishing: number.whole(negotiated.publishingMs),
              keepAlive: Math.round(negotiated.keepAliveMs / 1_000),
              session: Math.round(negotiated.sessionTimeoutMs / 1_000),
            }),
    },
    ...(negotiated === null ? [] : [{ name: t("diagnostics.revised"), value: revisedWords(negotiated, t) }]),
  ];
  return (
    <Panel title={t("diagnostics.figures")}>
      <div className={styles.figures}>
        <Figure value={number.whole(Math.round(link.valuesPerSecond))} name={t("diagnostics.per-second")} />
        <Figure value={number.whole(link.valuesReceived)} name={t("diagnostics.received")} />
        <Figure
          value={`${link.signalCount - link.staleSignalIds.length} / ${link.signalCount}`}
          name={t("diagnostics.signals")}
        />
      </div>
      <Facts facts={facts} />
    </Panel>
  );
}

function Figure({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <p className={styles.figure}>
      <span className={styles.value}>{value}</span>
      <span className={styles.name}>{name}</span>
    </p>
  );
}
