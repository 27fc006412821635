import { IconCheck } from "@tabler/icons-react";
import type { ToolView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { LifeBar } from "../../ui/LifeBar.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import { LifeScale } from "./LifeScale.tsx";
import styles from "./ToolRow.module.css";
import { toolShape, toolWords } from "./tool-words.ts";

interface ToolRowProps {
  readonly tool: ToolView;
  readonly primary: boolean;
  /** The only tool has room for large figures and for the scale of its life. */
  readonly alone: boolean;
}

export function ToolRow({ tool, primary, alone }: ToolRowProps) {
  const t = useText();
  const change = useCommand("maintenance.changeTool");
  const shape = toolShape(tool);
  const share = tool.usedCycles / Math.max(1, tool.lifeLimitCycles);
  const worn = t("machine.worn", { percent: Math.round(share * 100) });
  const used = t("machine.tool-used", { used: tool.usedCycles, limit: tool.lifeLimitCycles });
  return (
    <li className={styles.tool} data-alone={alone} {...(shape === null ? {} : { "data-state": shape })}>
      <div className={styles.name}>
        <p className={styles.title}>
          {shape !== null && <StateShape state={shape} size={28} />}
          <span data-clip>{tool.name}</span>
          {alone && <span className={styles.worn}>{worn}</span>}
        </p>
        {alone && <p className={styles.left}>{toolWords(tool, t)}</p>}
        {!alone && <p className={styles.muted}>{worn}</p>}
      </div>
      <div className={styles.life}>
        {!alone && (
          <p className={styles.words}>
            <strong>{toolWords(tool, t)}</strong>
            <span className={styles.muted}>{used}</span>
          </p>
        )}
        <LifeBar
          used={tool.usedCycles}
          limit={tool.lifeLimitCycles}
          warnAt={tool.warnAtCycles}
          state={shape}
          label={used}
          tall={alone}
        />
        {alone && <LifeScale tool={tool} />}
      </div>
      <Key
        className={styles.change}
        primary={primary}
        icon={<IconCheck size={32} aria-hidden="true" />}
        onPress={() => void change.run({ toolId: tool.toolId })}
      >
        {t("machine.change-done")}
      </Key>
    </li>
  );
}
