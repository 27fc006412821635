import { type IntlShape, useIntl } from "react-intl";
import type { OrderGenealogy } from "../../../../shared/protocol/genealogy-pages.ts";
import { formatSpan } from "../../format/span.ts";
import { type PanelFact, PanelFacts } from "./PanelFacts.tsx";
import { ValueLines } from "./ValueLines.tsx";

type Work = OrderGenealogy["work"][number];

interface WorkFactsProps {
  readonly work: Work;
  readonly programId: string | null;
  /** When the traced lot was on the machine; empty: no lot is traced, or it was not there. */
  readonly loaded?: string;
  readonly nowMs: number;
}

/** What one station did of an order: when, by whom and with what. What is not known has no line. */
export function WorkFacts({ work, programId, loaded = "", nowMs }: WorkFactsProps) {
  const intl = useIntl();
  const named = (kind: Work["partakers"][number]["kind"]) =>
    [...new Set(work.partakers.filter((one) => one.kind === kind).map(({ name }) => name))].join(", ");
  const facts: readonly PanelFact[] = [
    { name: "loaded", text: loaded },
    { name: "station", text: `${work.stationId}, ${work.workUnit}` },
    { name: "made", text: formatSpan(intl, work.window ?? work, nowMs) },
    { name: "machine", text: named("machine") },
    { name: "program", text: programId ?? "" },
    {
      name: "instruction",
      text: work.instructions.map((one) => instructionWords(intl, one, work.pieces)).join("\n"),
    },
    { name: "tool", text: named("tool") },
    { name: "gauge", text: named("gauge") },
    { name: "people", text: named("person") },
  ];
  return (
    <>
      <PanelFacts facts={facts} />
      {work.window !== null && <ValueLines values={work.values} window={work.window} nowMs={nowMs} />}
    </>
  );
}

function instructionWords(
  intl: IntlShape,
  { documentId, title, revision, fromPieces, toPieces }: Work["instructions"][number],
  pieces: number,
): string {
  const document = `${documentId} ${title}`.trim();
  const isWhole = fromPieces === 0 && toPieces === pieces;
  const values = { document, revision, first: fromPieces + 1, last: toPieces };
  return intl.formatMessage({ id: isWhole ? "tree.revision" : "tree.revisionOf" }, values);
}
