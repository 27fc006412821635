import { IconClockQuestion, IconLock } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import styles from "./TreeCard.module.css";
import type { PlacedNode } from "./tree-layout.ts";
import { cardWords } from "./tree-words.ts";

interface TreeCardProps {
  readonly placed: PlacedNode;
  readonly isRoot: boolean;
  readonly isChosen: boolean;
  readonly nowMs: number;
  /** For who cannot see the lines: what it hangs on. */
  readonly ways: string;
  readonly choose: () => void;
}

const LINES = 1;
const ROOT_LINES = 3;
/** Letters of a root's title that fit on one line beside a sign. */
const LONG_TITLE = 12;

/** One lot, order, box or piece of the tree. Choosing it shows all of it beside the tree. */
export function TreeCard({ placed, isRoot, isChosen, nowMs, ways, choose }: TreeCardProps) {
  const intl = useIntl();
  const { node, xPx, yPx, widthPx, heightPx } = placed;
  const { title, lines } = cardWords(intl, node, nowMs);
  const shown = lines.slice(0, isRoot ? ROOT_LINES : LINES);
  return (
    <button
      type="button"
      id={cardId(node.key)}
      className={styles.card}
      data-standing={node.standing}
      data-root={isRoot ? "" : undefined}
      data-long={title.length > LONG_TITLE ? "" : undefined}
      aria-pressed={isChosen}
      title={[title, ...lines].join("\n")}
      style={{ left: xPx, top: yPx, width: widthPx, height: heightPx }}
      onClick={choose}
    >
      <span className={styles.title}>
        {node.standing === "held" && <IconLock size={18} aria-hidden="true" />}
        {node.standing === "pending" && <IconClockQuestion size={18} aria-hidden="true" />}
        <span>{title}</span>
      </span>
      {shown.map((line) => (
        <span key={line} className={styles.line}>
          {line}
        </span>
      ))}
      <span className="visually-hidden">{ways}</span>
    </button>
  );
}

export function cardId(key: string): string {
  return `card-${key.replaceAll(" ", "-")}`;
}
