import { IconCheck } from "@tabler/icons-react";
import type { ToolView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { LifeBar } from "../../ui/LifeBar.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import { LifeScale } from "./LifeScale.tsx";
import styles from "./ToolRow.module.css";
import { toolShape, toolWords } from "./tool-words.ts";

interface ToolRowProps {
  readonly tool: ToolView;
  /** One tool has room for large figures and for the scale of its life, and its change is the thing to do here. */
  readonly alone?: boolean;
  /** So many more are a tap away. */
  readonly others?: number;
}

export function ToolRow({ tool, alone = false, others = 0 }: ToolRowProps) {
  const t = useText();
  const { open } = useScreen();
  const change = useCommand("maintenance.changeTool");
  const shape = toolShape(tool);
  const share = tool.usedCycles / Math.max(1, tool.lifeLimitCycles);
  const worn = t("machine.worn", { percent: Math.round(share * 100) });
  const used = t("machine.tool-used", { used: tool.usedCycles, limit: tool.lifeLimitCycles });
  return (
    <li
      className={styles.tool}
      data-alone={alone}
      data-others={others > 0}
      {...(shape === null ? {} : { "data-state": shape })}
    >
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
        />
        {alone && others === 0 && <LifeScale tool={tool} />}
        {alone && others > 0 && <p className={styles.muted}>{used}</p>}
      </div>
      {others > 0 && (
        <Key className={styles.others} onPress={() => open({ kind: "tools" })}>
          {t("machine.all-tools", { count: others + 1 })}
        </Key>
      )}
      <Key
        className={styles.change}
        primary={alone}
        icon={<IconCheck size={32} aria-hidden="true" />}
        onPress={() => void change.run({ toolId: tool.toolId })}
      >
        {t("machine.change-done")}
      </Key>
    </li>
  );
}
