import { unreachable } from "../../../shared/lib/unreachable.ts";
import type { MaterialRow } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";

/** How it stands with a material: a chip where somebody must act, else until when it lasts. */
export function MaterialStateWords({ row }: { readonly row: MaterialRow }) {
  const { time } = useScreen();
  const t = useText();
  const until = row.emptyAboutUtc === null ? "" : time.clock(row.emptyAboutUtc);
  switch (row.state) {
    case "to-scan":
      return <Chip state="setup">{t("run.material-to-scan")}</Chip>;
    case "held":
      return <Chip state="stopped">{t("run.material-held")}</Chip>;
    case "empty":
      return <Chip state="waiting">{t("run.material-empty")}</Chip>;
    case "runs-out":
      return <Chip state="waiting">{t("run.material-runs-out", { time: until })}</Chip>;
    case "expires-today":
      return <Chip state="waiting">{t("run.material-expires")}</Chip>;
    case "loaded":
      return until === "" ? t("run.material-loaded") : t("run.material-lasts", { time: until });
    default:
      return unreachable(row.state);
  }
}
