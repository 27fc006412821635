import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./ToolLifePanel.module.css";
import { ToolRow } from "./ToolRow.tsx";
import { worstFirst } from "./worst-first.ts";

const AT_ONCE = 3;

/** Every tool whose life is counted, the most worn first. */
export function ToolsSheet() {
  const { tools } = useScreen().model;
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const shown = pageOf(worstFirst(tools), wanted, AT_ONCE);
  return (
    <SheetLayout
      heading={t("machine.tools")}
      closeIsPrimary
      foot={<PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />}
    >
      <ul className={styles.panel}>
        {shown.items.map((tool) => (
          <ToolRow key={tool.toolId} tool={tool} />
        ))}
      </ul>
    </SheetLayout>
  );
}
