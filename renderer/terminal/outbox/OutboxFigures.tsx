import { useScreen } from "../app/screen-context.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./OutboxFigures.module.css";

/** How many wait here, arrived, are held back there, and were refused and not looked into yet. */
export function OutboxFigures() {
  const { sync, outbox } = useScreen().model;
  const t = useText();
  return (
    <dl className={styles.figures}>
      <Figure name={t("outbox.waiting")} value={sync.waiting} />
      <Figure name={t("outbox.received")} value={outbox.received} />
      <Figure name={t("outbox.held")} value={outbox.held} />
      <Figure name={t("outbox.refused")} value={outbox.refused} loud={outbox.refused > 0} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly loud?: boolean;
}

function Figure({ name, value, loud = false }: FigureProps) {
  const number = useNumber();
  return (
    <div className={styles.figure} {...(loud ? { "data-state": "waiting" } : {})}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{number.whole(value)}</dd>
    </div>
  );
}
