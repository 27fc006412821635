import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and what is so, one a line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name} data-clip>
            {name}
          </dt>
          <dd className={styles.value} data-clip>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
