import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { ReadNode } from "../../../shared/screen/commissioning.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Facts } from "../diagnostics/Facts.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { readingWords } from "./reading-words.ts";

const ROWS = 8;

interface ProofListProps {
  readonly signals: readonly SignalMapping[];
  readonly readings: ReadonlyMap<string, ReadNode>;
}

/** What will be stored, with its value as it is now. */
export function ProofList({ signals, readings }: ProofListProps) {
  const t = useText();
  const number = useNumber();
  return (
    <Panel title={t("commissioning.signals", { count: signals.length })}>
      <Facts
        facts={signals.slice(0, ROWS).map((signal) => ({
          name: signal.name ?? signal.signalId,
          value: readings.has(signal.node)
            ? readingWords(readings.get(signal.node), number, signal)
            : t(`commissioning.meaning-${signal.meaning}`),
        }))}
      />
    </Panel>
  );
}
