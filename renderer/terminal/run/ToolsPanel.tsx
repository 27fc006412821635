import type { ToolView } from "../../../shared/screen/screen-model.ts";
import { LifeBar } from "../../ui/LifeBar.tsx";
import { useScreen } from "../app/screen-context.ts";
import { toolShape, toolWords } from "../machine/tool-words.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ToolsPanel.module.css";

const ROWS = 1;

/** The tool that ends first: the one that will stop this order. */
export function ToolsPanel() {
  const { tools } = useScreen().model;
  const worst = tools.toSorted((a, b) => left(a) - left(b)).slice(0, ROWS);
  return worst.map((tool) => <ToolRow key={tool.toolId} tool={tool} />);
}

function left(tool: ToolView): number {
  return tool.lifeLimitCycles - tool.usedCycles;
}

function ToolRow({ tool }: { readonly tool: ToolView }) {
  const t = useText();
  return (
    <section className={styles.panel}>
      <div className={styles.words}>
        <span className={styles.name} data-clip>
          {tool.name}
        </span>
        <span className={styles.left}>{toolWords(tool, t)}</span>
      </div>
      <LifeBar
        used={tool.usedCycles}
        limit={tool.lifeLimitCycles}
        warnAt={tool.warnAtCycles}
        state={toolShape(tool)}
        label={t("machine.tool-used", { used: tool.usedCycles, limit: tool.lifeLimitCycles })}
      />
    </section>
  );
}
