import { IconBug, IconPackage, IconRulerMeasure } from "@tabler/icons-react";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { NextCheckCard } from "./NextCheckCard.tsx";
import styles from "./OrderOverview.module.css";
import { hasNews, PlannerBand } from "./PlannerBand.tsx";
import { ProgressPanel } from "./ProgressPanel.tsx";
import { type RunPrimary, standsInLastRow } from "./run-primary.ts";
import { ToolsPanel } from "./ToolsPanel.tsx";

interface OrderOverviewProps {
  readonly order: ActiveOrderView;
  readonly primary: RunPrimary;
}

/** The left half of Order run: how the order stands, what is due next, how long the tool lasts. */
export function OrderOverview({ order, primary }: OrderOverviewProps) {
  const { go, open, model } = useScreen();
  const t = useText();
  const due = model.checks.some((check) => check.dueInPieces <= 0);
  const tall = standsInLastRow(primary) ? styles.tall : undefined;
  return (
    <div className={styles.overview}>
      <ProgressPanel order={order} />
      {hasNews(order) ? <PlannerBand order={order} /> : <NextCheckCard />}
      <ToolsPanel />
      <div className={styles.keys}>
        <Key
          className={tall}
          primary={primary === "defect"}
          icon={<IconBug size={36} aria-hidden="true" />}
          onPress={() => go("defect")}
        >
          {t("key.defect")}
        </Key>
        <Key
          className={tall}
          primary={primary === "measure"}
          icon={<IconRulerMeasure size={36} aria-hidden="true" />}
          onPress={() => go("quality")}
        >
          {t(due ? "key.measure-due" : "key.measure")}
        </Key>
        <Key
          className={tall}
          icon={<IconPackage size={36} aria-hidden="true" />}
          onPress={() => open({ kind: "packing" })}
        >
          {t("key.packing")}
        </Key>
      </div>
    </div>
  );
}
