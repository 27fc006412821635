import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import { Key } from "../../ui/Key.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { useText } from "../text/use-text.ts";
import { exploredOf } from "./assistant-state.ts";
import { NodeKey } from "./NodeKey.tsx";
import { StepLayout } from "./StepLayout.tsx";
import styles from "./Steps.module.css";
import type { StepProps } from "./step-props.ts";
import { useReadings } from "./use-readings.ts";

const AT_ONCE = 10;

/** The machine's own tree: folders open, values are shown as they are now, and a tap says what one means. */
export function BrowseStep({ state, onGo }: StepProps<"browse">) {
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const at = state.path.at(-1) ?? state.machine.root;
  const shown = pageOf(
    at.children.filter(({ kind }) => kind !== "method"),
    wanted,
    AT_ONCE,
  );
  const values = shown.items.filter(({ kind }) => kind === "variable");
  const readings = useReadings(
    state.connection,
    values.map(({ node }) => node),
  );
  const back = () => {
    setWanted(1);
    const path = state.path.slice(0, -1);
    onGo(path.length === 0 ? { ...state, step: "machine" } : { ...state, path });
  };
  const open = (node: FoundNode) => {
    setWanted(1);
    if (node.kind === "object") onGo({ ...state, path: [...state.path, node] });
    else onGo({ ...exploredOf(state), step: "meaning", path: state.path, node });
  };
  return (
    <StepLayout
      place={3}
      heading={t("commissioning.browse-heading")}
      note={state.path.map(({ name }) => name).join(" / ")}
      onBack={back}
      foot={
        <div className={styles.foot}>
          <PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />
          <Key
            primary
            className={styles.primary}
            icon={<IconCheck size={36} aria-hidden="true" />}
            note={t("commissioning.signals", { count: state.signals.length })}
            disabled={state.signals.length === 0}
            onPress={() => onGo({ ...exploredOf(state), step: "prove" })}
          >
            {t("key.next")}
          </Key>
        </div>
      }
    >
      <div className={styles.rows}>
        {shown.items.map((node) => (
          <NodeKey
            key={node.node}
            node={node}
            meaning={state.signals.find((signal) => signal.node === node.node)?.meaning ?? null}
            reading={readings.get(node.node)}
            onPress={() => open(node)}
          />
        ))}
      </div>
    </StepLayout>
  );
}
