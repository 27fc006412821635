import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { StopRow } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import cards from "../home/Cards.module.css";
import { DueDiamond } from "../home/DueDiamond.tsx";
import { minutesOrLess } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";

/** When, how long and why; a stop without a reason is marked as what a person must do. */
export function StopRowWords({ stop }: { readonly stop: StopRow }) {
  const { time, language } = useScreen();
  const t = useText();
  return (
    <>
      <span className={cards.time}>{time.clock(stop.sinceUtc)}</span>
      <span className={cards.minutes}>{minutesOrLess(stop.minutes, t)}</span>
      {stop.reason === null ? (
        <>
          {stop.canName && <DueDiamond due />}
          <strong className={cards.name} data-clip>
            {t("home.stop-unnamed")}
          </strong>
        </>
      ) : (
        <span className={cards.name} data-clip>
          {textIn(stop.reason, language)}
        </span>
      )}
    </>
  );
}
