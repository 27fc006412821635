import { useIntl } from "react-intl";
import { groupedSscc } from "../../../../shared/lib/grouped-sscc.ts";
import type { TreeContent, TreeLink, TreeNode, TreePage } from "../../../../shared/protocol/tree-page.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import type { TraceSubject } from "../../shell/route.ts";
import { plainLook } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import { LotPanel } from "./LotPanel.tsx";
import styles from "./NodePanel.module.css";
import { OrderPanel } from "./OrderPanel.tsx";
import { PanelFacts } from "./PanelFacts.tsx";
import { SerialPanel } from "./SerialPanel.tsx";
import { cardWords } from "./tree-words.ts";

interface NodePanelProps {
  readonly node: TreeNode;
  readonly tree: TreePage;
  readonly navigate: Navigate;
}

/** All that is known of the chosen node of a tree. */
export function NodePanel({ node, tree, navigate }: NodePanelProps) {
  const intl = useIntl();
  const { title, lines } = cardWords(intl, node, Date.parse(tree.asOfUtc));
  const subject = subjectOf(node.content);
  return (
    <aside className={styles.panel} data-standing={node.standing} aria-label={title} data-testid="node-panel">
      <header className={styles.head}>
        <h2>{title}</h2>
        {headLines(node.content, lines).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      <CameFrom node={node} tree={tree} />
      <NodeFacts content={node.content} rootLotId={lotOfRoot(tree)} />
      {subject !== null && (
        <footer className={styles.ways}>
          {node.key !== tree.root && (
            <Way subject={subject} name="tree.traceThis" isList={false} navigate={navigate} />
          )}
          <Way
            subject={subject}
            name={allOf(node.content)}
            isList
            navigate={navigate}
            count={piecesOf(node.content)}
          />
        </footer>
      )}
    </aside>
  );
}

/** A closed box has its facts below, with the whole of its SSCC, for which a card has no room. */
function headLines(content: TreeContent, lines: readonly string[]): readonly string[] {
  return content.kind === "unit" && content.sscc !== null ? [] : lines;
}

/** How many pieces came which way, where that is counted, and how many went to be repaired. */
function CameFrom({ node, tree }: Pick<NodePanelProps, "node" | "tree">) {
  const intl = useIntl();
  const ways = tree.links.flatMap(({ from, to, pieces, meaning }) => {
    const isGoing = from === node.key && meaning === "repair";
    const key = isGoing ? to : from;
    const other = tree.nodes.find((one) => one.key === key);
    if ((!isGoing && to !== node.key) || pieces === null || other === undefined) return [];
    const { title } = cardWords(intl, other, Date.parse(tree.asOfUtc));
    const name = isGoing && other.content.kind === "order" ? other.content.jobOrderId : title;
    return [{ key, text: intl.formatMessage({ id: wayWords(meaning, isGoing) }, { other: name, pieces }) }];
  });
  return ways.map(({ key, text }) => (
    <p key={key} className={styles.from}>
      {text}
    </p>
  ));
}

function wayWords(meaning: TreeLink["meaning"], isGoing: boolean): string {
  if (meaning === "flow") return "tree.cameFrom";
  return isGoing ? "tree.sentToRepair" : "tree.repairs";
}

interface NodeFactsProps {
  readonly content: TreeContent;
  readonly rootLotId: string | null;
}

function NodeFacts({ content, rootLotId }: NodeFactsProps) {
  switch (content.kind) {
    case "order":
      return <OrderPanel jobOrderId={content.jobOrderId} rootLotId={rootLotId} />;
    case "loose":
    case "unreported":
      return <OrderPanel jobOrderId={content.jobOrderId} rootLotId={rootLotId} />;
    case "serial":
      return <SerialPanel serial={content.serial} />;
    case "lot":
    case "stock":
      return <LotPanel lotId={content.lotId} />;
    case "unit":
      return <UnitFacts unit={content} />;
    case "supplier-lot":
    case "more":
      return null;
    default:
      return content satisfies never;
  }
}

function UnitFacts({ unit }: { readonly unit: Extract<TreeContent, { kind: "unit" }> }) {
  const { sscc, voidSsccs, itemName, customerName } = unit;
  return (
    <PanelFacts
      facts={[
        { name: "sscc", text: sscc === null ? "" : groupedSscc(sscc) },
        { name: "voidSscc", text: voidSsccs.map(groupedSscc).join(", ") },
        { name: "item", text: itemName },
        { name: "customer", text: customerName ?? "" },
      ]}
    />
  );
}

interface WayProps {
  readonly subject: TraceSubject;
  readonly name: string;
  readonly isList: boolean;
  readonly navigate: Navigate;
  readonly count?: number;
}

function Way({ subject, name, isList, navigate, count = 0 }: WayProps) {
  const intl = useIntl();
  return (
    <PageLink
      to={{ page: "trace", subject, look: { ...plainLook, isList } }}
      navigate={navigate}
      current={false}
      className={styles.way}
    >
      {intl.formatMessage({ id: name }, { pieces: count })}
    </PageLink>
  );
}

/** What can be traced by itself. An open box has no number by which anyone would find it. */
function subjectOf(content: TreeContent): TraceSubject | null {
  switch (content.kind) {
    case "lot":
    case "stock":
      return { kind: "lot", id: content.lotId };
    case "order":
    case "loose":
    case "unreported":
      return { kind: "order", id: content.jobOrderId };
    case "unit":
      return content.sscc === null ? null : { kind: "unit", id: content.sscc };
    case "serial":
      return { kind: "serial", id: content.serial };
    case "supplier-lot":
    case "more":
      return null;
    default:
      return content satisfies never;
  }
}

function allOf({ kind }: TreeContent): string {
  return kind === "order" ? "tree.allPieces" : "tree.asList";
}

function piecesOf(content: TreeContent): number {
  return content.kind === "order" ? content.good + content.scrap + content.rework : 0;
}

function lotOfRoot({ nodes, root }: TreePage): string | null {
  const content = nodes.find(({ key }) => key === root)?.content;
  return content?.kind === "lot" ? content.lotId : null;
}
