import type { CounterView, MachineView } from "../../../shared/screen/screen-model.ts";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FactorSheet.module.css";

/** Keys beside one another on this card. */
const MOST_COUNTERS = 3;

interface FactorCardProps {
  readonly machine: MachineView;
  readonly counter: CounterView | undefined;
  /** As typed; null: nothing that could be set. */
  readonly pieces: number | null;
  readonly onChoose: (signalId: string) => void;
}

/** Which count it is about, what it stands for now, and from when the new number counts. */
export function FactorCard({ machine, counter, pieces, onChoose }: FactorCardProps) {
  const t = useText();
  const number = useNumber();
  if (counter === undefined) return null;
  const { counters } = machine;
  return (
    <section className={styles.card}>
      <h2 className={styles.machine}>{machine.name}</h2>
      {counters.length > 1 ? (
        <ChoiceKeys
          label={t("factor.counter")}
          choices={counters.slice(0, MOST_COUNTERS).map(({ signalId, meaning }) => ({
            value: signalId,
            word: t(`commissioning.meaning-${meaning}`),
          }))}
          chosen={counter.signalId}
          onChoose={onChoose}
        />
      ) : (
        <p className={styles.counter}>{counter.name}</p>
      )}
      <p className={styles.now}>{t("factor.now", { pieces: counter.piecesPerCount })}</p>
      {pieces !== null && <p className={styles.next}>{t("factor.next", { pieces })}</p>}
      <p className={styles.from}>
        {machine.counter === null
          ? t("factor.from-first")
          : t("factor.from", { reading: number.whole(machine.counter) })}
      </p>
    </section>
  );
}
