import { IconCheck } from "@tabler/icons-react";
import type { ToolView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { LifeBar } from "../../ui/LifeBar.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ToolLifePanel.module.css";
import { toolShape, toolWords } from "./tool-words.ts";

interface ToolRowProps {
  readonly tool: ToolView;
  readonly primary: boolean;
}

export function ToolRow({ tool, primary }: ToolRowProps) {
  const t = useText();
  const change = useCommand("maintenance.changeTool");
  const shape = toolShape(tool);
  const percent = Math.round((tool.usedCycles / Math.max(1, tool.lifeLimitCycles)) * 100);
  const used = t("machine.tool-used", { used: tool.usedCycles, limit: tool.lifeLimitCycles });
  return (
    <li className={styles.tool} {...(shape === null ? {} : { "data-state": shape })}>
      <div className={styles.name}>
        <p className={styles.title}>
          {shape !== null && <StateShape state={shape} size={28} />}
          <span data-clip>{tool.name}</span>
        </p>
        <p className={styles.muted}>{t("machine.worn", { percent })}</p>
      </div>
      <div className={styles.life}>
        <LifeBar used={tool.usedCycles} limit={tool.lifeLimitCycles} state={shape} label={used} />
        <p className={styles.lifeWords}>
          <strong>{toolWords(tool, t)}</strong>
          <span className={styles.muted}>{used}</span>
        </p>
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
