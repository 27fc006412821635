import { FormattedMessage } from "react-intl";
import styles from "./NodePanel.module.css";

/** One line of the panel; a text that is empty has none. */
export interface PanelFact {
  readonly name: string;
  readonly text: string;
}

export function PanelFacts({ facts }: { readonly facts: readonly PanelFact[] }) {
  const known = facts.filter(({ text }) => text !== "");
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(({ name, text }) => (
        <div key={name} className={styles.fact}>
          <dt>
            <FormattedMessage id={`tree.fact.${name}`} />
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
