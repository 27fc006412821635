import { CardKey } from "../../ui/CardKey.tsx";
import { useScreen } from "../app/screen-context.ts";
import cards from "../home/Cards.module.css";
import { DueDiamond } from "../home/DueDiamond.tsx";
import { useText } from "../text/use-text.ts";

/** The check that comes next on this order. */
export function NextCheckCard() {
  const { model, go } = useScreen();
  const t = useText();
  const next = model.checks.toSorted((a, b) => a.dueInPieces - b.dueInPieces)[0];
  return (
    <CardKey title={t("home.next-checks")} onPress={() => go("quality")}>
      {next === undefined ? (
        <span className={cards.none}>{t("home.no-checks")}</span>
      ) : (
        <span className={cards.first}>
          <DueDiamond due />
          <span className={cards.name} data-clip>
            {t("home.check-row", { name: next.name, count: next.sampleSize })}
          </span>
          <span className={cards.end}>
            {next.dueInPieces <= 0 ? t("home.check-now") : t("home.check-in", { count: next.dueInPieces })}
          </span>
        </span>
      )}
    </CardKey>
  );
}
