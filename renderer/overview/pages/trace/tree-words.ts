import type { IntlShape } from "react-intl";
import type { TreeContent, TreeNode } from "../../../../shared/protocol/tree-page.ts";
import { formatMoment } from "../../format/moment.ts";
import { formatMeasured } from "../orders/format-measured.ts";

/** Of an SSCC as many as make a box known at the rack; all of them stand beside the tree. */
const SHOWN_DIGITS = 10;

/** What stands on a card: one title, and lines from the most to the least wanted. */
export interface CardWords {
  readonly title: string;
  readonly lines: readonly string[];
}

export function cardWords(intl: IntlShape, { content, hold, standing }: TreeNode, nowMs: number): CardWords {
  const held = hold === null ? [] : [intl.formatMessage({ id: "tree.hold" }, { hold })];
  const { title, lines } = contentWords(intl, content, nowMs);
  if (content.kind === "order" && standing === "pending") {
    const reported = intl.formatMessage(
      { id: "tree.reported" },
      { good: content.good, planned: content.plannedQuantity ?? 0 },
    );
    return { title, lines: [reported, ...lines.slice(1)] };
  }
  return { title, lines: content.kind === "lot" ? [...lines, ...held] : [...held, ...lines] };
}

function contentWords(intl: IntlShape, content: TreeContent, nowMs: number): CardWords {
  const say = (id: string, values: Record<string, string | number> = {}) =>
    intl.formatMessage({ id }, values);
  switch (content.kind) {
    case "supplier-lot":
      return { title: content.supplierLot, lines: present(content.supplier, say("tree.supplierLot")) };
    case "lot":
      return { title: say("tree.lot", { id: content.lotId }), lines: lotLines(intl, content) };
    case "order":
      return { title: orderTitle(intl, content), lines: orderLines(intl, content) };
    case "unit":
      return {
        title: say(`tree.${content.unitKind}`, { pieces: content.pieces }),
        lines: present(
          content.sscc === null ? say("tree.open") : `…${content.sscc.slice(-SHOWN_DIGITS)}`,
          content.customerName ?? content.itemName,
        ),
      };
    case "serial":
      return {
        title: say("tree.serial", { serial: content.serial }),
        lines: [say("tree.serialOf", { piece: content.piece, order: content.jobOrderId }), content.stationId],
      };
    case "stock":
      return {
        title: say("tree.stock"),
        lines: present(say("tree.rest", { amount: amountWords(intl, content) }), content.location),
      };
    case "loose":
      return {
        title: say("tree.loose", { pieces: content.pieces }),
        lines: [say("tree.looseAt", { workUnit: content.workUnit })],
      };
    case "unreported":
      return {
        title: say("tree.unreported"),
        lines: [
          content.lastContactUtc === null
            ? content.stationId
            : say("tree.lastHeard", {
                station: content.stationId,
                time: formatMoment(intl, content.lastContactUtc, nowMs),
              }),
        ],
      };
    case "more":
      return { title: say("tree.more", { count: content.count }), lines: [say("tree.inTables")] };
    default:
      return content satisfies never;
  }
}

function present(...lines: readonly (string | null)[]): readonly string[] {
  return lines.filter((line): line is string => line !== null && line !== "");
}

function lotLines(intl: IntlShape, content: Extract<TreeContent, { kind: "lot" }>): readonly string[] {
  const { itemName, supplier, amount, rest, unit } = content;
  const say = (id: string, words: string) => intl.formatMessage({ id }, { amount: words });
  return present(
    [itemName, supplier].filter(Boolean).join(", "),
    amount === null ? null : say("tree.received", amountWords(intl, { amount, unit })),
    rest === null ? null : say("tree.rest", amountWords(intl, { amount: rest, unit })),
  );
}

/** The number of a rework order follows from a booking and says nothing to anybody: whose pieces it repairs does. */
function orderTitle(
  intl: IntlShape,
  { jobOrderId, repairs }: Extract<TreeContent, { kind: "order" }>,
): string {
  if (repairs !== null) return intl.formatMessage({ id: "tree.reworkOf" }, { order: repairs });
  return intl.formatMessage({ id: "tree.order" }, { id: jobOrderId });
}

function orderLines(intl: IntlShape, content: Extract<TreeContent, { kind: "order" }>): readonly string[] {
  const { jobOrderId, repairs, good, scrap, itemName, operation, workUnit } = content;
  return present(
    intl.formatMessage({ id: scrap > 0 ? "tree.goodScrap" : "tree.good" }, { good, scrap }),
    repairs === null ? null : jobOrderId,
    [itemName, operation, workUnit].filter(Boolean).join(", "),
  );
}

function amountWords(
  intl: IntlShape,
  { amount, unit }: { readonly amount: string | null; readonly unit: string },
): string {
  return amount === null ? "–" : `${formatMeasured(intl, amount)} ${unit}`.trim();
}

/** Message id of what stands above a column. */
export function columnHeading(nodes: readonly TreeNode[], column: number): string {
  const kinds = new Set(nodes.map(({ content }) => content.kind).filter((kind) => kind !== "more"));
  const [only] = kinds.size === 1 ? kinds : [];
  if (column === 0) return `tree.column.root.${rootKind(nodes)}`;
  if (column < 0) {
    if (only === "supplier-lot") return "tree.column.supplier";
    return only === "order" ? "tree.column.madeBy" : "tree.column.wentIn";
  }
  if (only === "lot") return "tree.column.madeOf";
  const isEnd = [...kinds].every((kind) => ["unit", "stock", "loose", "unreported"].includes(kind));
  if (isEnd) return "tree.column.now";
  if (nodes.every(({ content }) => content.kind === "order" && content.repairs !== null))
    return "tree.column.repairedIn";
  return kinds.has("order") ? "tree.column.usedIn" : "tree.column.went";
}

function rootKind([root]: readonly TreeNode[]): string {
  return root?.content.kind ?? "lot";
}
