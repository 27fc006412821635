import {
  IconActivityHeartbeat,
  IconClipboardList,
  IconDots,
  IconHome,
  IconListNumbers,
  IconRulerMeasure,
  IconUrgent,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useScreen } from "../app/screen-context.ts";
import type { Route } from "../app/view-state.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Dock.module.css";
import { DockKey } from "./DockKey.tsx";

type DockRoute = "home" | "orders" | "run" | "quality" | "machine" | "more";

const keys: readonly { readonly route: DockRoute; readonly Icon: ComponentType<{ size: number }> }[] = [
  { route: "home", Icon: IconHome },
  { route: "orders", Icon: IconListNumbers },
  { route: "run", Icon: IconClipboardList },
  { route: "quality", Icon: IconRulerMeasure },
  { route: "machine", Icon: IconActivityHeartbeat },
  { route: "more", Icon: IconDots },
];

/** Six screens and the call for help, in the same place on every screen. */
export function Dock() {
  const { view, go, open } = useScreen();
  const t = useText();
  const active = parentOf(view.route);
  return (
    <nav className={styles.dock} aria-label={t("dock.label")}>
      {keys.map(({ route, Icon }) => (
        <DockKey
          key={route}
          icon={<Icon size={36} />}
          word={t(`dock.${route}`)}
          active={route === active}
          onPress={() => go(route)}
        />
      ))}
      <DockKey
        help
        icon={<IconUrgent size={36} />}
        word={t("dock.help")}
        active={false}
        onPress={() => open({ kind: "help" })}
      />
    </nav>
  );
}

/** The key under which a screen lies that has none of its own. */
function parentOf(route: Route): Route {
  if (route === "defect") return "quality";
  return route === "diagnostics" || route === "commissioning" ? "more" : route;
}
