import { type KeyboardEvent, useMemo } from "react";
import { FormattedMessage, type IntlShape, useIntl } from "react-intl";
import type { TreeLink, TreePage } from "../../../../shared/protocol/tree-page.ts";
import { cardBeside } from "./card-beside.ts";
import styles from "./TreeCanvas.module.css";
import { cardId, TreeCard } from "./TreeCard.tsx";
import { layOutTree, type PlacedLink, type TreeLayout } from "./tree-layout.ts";
import { cardWords, columnHeading } from "./tree-words.ts";

interface TreeCanvasProps {
  readonly tree: TreePage;
  readonly chosen: string;
  readonly choose: (key: string) => void;
}

const HEADING_PX = 32;
/** So that the outline of the last card is not cut off. */
const FOOT_PX = 8;
const legend = ["most", "known", "held", "pending"] as const;
/** Said only where there is one. */
const rareLegend = ["repair"] as const;

/** The tree as columns of cards with ways between them; to a screen reader a list of keys that name their neighbours. */
export function TreeCanvas({ tree, chosen, choose }: TreeCanvasProps) {
  const intl = useIntl();
  const { nodes, links, root } = tree;
  const layout = useMemo(() => layOutTree(nodes, links), [nodes, links]);
  const nowMs = Date.parse(tree.asOfUtc);
  const titles = new Map(nodes.map((node) => [node.key, cardWords(intl, node, nowMs).title]));
  const move = (event: KeyboardEvent, key: string): void => {
    const next = cardBeside(layout.nodes, key, event.key);
    if (next === undefined) return;
    event.preventDefault();
    document.getElementById(cardId(next))?.focus();
  };
  return (
    <div className={styles.pane}>
      <div className={styles.scroll}>
        <div
          className={styles.sheet}
          style={{ width: layout.widthPx, height: layout.heightPx + HEADING_PX + FOOT_PX }}
        >
          <Headings layout={layout} />
          <div className={styles.body} style={{ top: middle(layout.heightPx), height: layout.heightPx }}>
            <Ways layout={layout} />
            <ul className={styles.cards} aria-label={intl.formatMessage({ id: "tree.cards" })}>
              {layout.nodes.map((placed) => (
                <li key={placed.node.key} onKeyDown={(event) => move(event, placed.node.key)}>
                  <TreeCard
                    placed={placed}
                    isRoot={placed.node.key === root}
                    isChosen={placed.node.key === chosen}
                    nowMs={nowMs}
                    ways={waysOf(intl, placed.node.key, { links, titles })}
                    choose={() => choose(placed.node.key)}
                  />
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <Legend links={links} />
    </div>
  );
}

/** In the middle of the pane, and below the headings where the tree is higher than it. */
function middle(heightPx: number): string {
  return `max(${HEADING_PX}px, calc(50% - ${heightPx / 2}px))`;
}

/** What a card hangs on, in words. */
function waysOf(intl: IntlShape, key: string, { links, titles }: NamedWays): string {
  const ways = links.flatMap(({ from, to, meaning }) => {
    const other = titles.get(from === key ? to : from) ?? "";
    const isRepair = meaning === "repair";
    if (from === key)
      return [intl.formatMessage({ id: isRepair ? "tree.wayRepairedBy" : "tree.wayTo" }, { other })];
    if (to !== key) return [];
    return [intl.formatMessage({ id: isRepair ? "tree.wayRepairs" : "tree.wayFrom" }, { other })];
  });
  return ways.join(", ");
}

interface NamedWays {
  readonly links: readonly TreeLink[];
  readonly titles: ReadonlyMap<string, string>;
}

function Headings({ layout }: { readonly layout: TreeLayout }) {
  return (
    <>
      {layout.columns.map(({ column, xPx, nodes }) => (
        <p key={column} className={styles.heading} style={{ left: xPx }}>
          <FormattedMessage id={columnHeading(nodes, column)} />
        </p>
      ))}
    </>
  );
}

function Ways({ layout }: { readonly layout: TreeLayout }) {
  return (
    <svg className={styles.ways} width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
      {layout.links.map((one) => (
        <Way key={`${one.link.from} ${one.link.to}`} placed={one} />
      ))}
    </svg>
  );
}

function Way({ placed: { link, path, isMost } }: { readonly placed: PlacedLink }) {
  return (
    <path
      className={styles.way}
      d={path}
      data-way={isMost && link.standing === "known" && link.meaning === "flow" ? "most" : link.standing}
      data-meaning={link.meaning}
    />
  );
}

function Legend({ links }: Pick<TreePage, "links">) {
  const rare = rareLegend.filter((meaning) => links.some((link) => link.meaning === meaning));
  return (
    <ul className={styles.legend}>
      {[...legend, ...rare].map((way) => (
        <li key={way}>
          <svg width="40" height="12" aria-hidden="true">
            <path className={styles.way} d="M0 6H40" data-way={way} data-meaning={way} />
          </svg>
          <FormattedMessage id={`tree.legend.${way}`} />
        </li>
      ))}
    </ul>
  );
}
