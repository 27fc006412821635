import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { StopRow } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import cards from "../home/Cards.module.css";
import { minutesOrLess } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";

/** When, how long and why; a stop without a reason says so in words. */
export function StopRowWords({ stop }: { readonly stop: StopRow }) {
  const { time, language } = useScreen();
  const t = useText();
  const reason = stop.reason === null ? t("home.stop-unnamed") : textIn(stop.reason, language);
  return (
    <>
      <span className={cards.time}>{time.clock(stop.sinceUtc)}</span>
      <span className={cards.minutes}>{minutesOrLess(stop.minutes, t)}</span>
      <span className={cards.name} data-clip>
        {reason}
      </span>
    </>
  );
}
