import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { hasPlaces } from "../frame/has-places.ts";
import { useText } from "../text/use-text.ts";
import { ChecksCard } from "./ChecksCard.tsx";
import { CountsSection } from "./CountsSection.tsx";
import { HomeKeys } from "./HomeKeys.tsx";
import styles from "./HomeScreen.module.css";
import { IdleSection } from "./IdleSection.tsx";
import { MessagesCard } from "./MessagesCard.tsx";
import { PlaceBands } from "./PlaceBands.tsx";
import { StateBand } from "./StateBand.tsx";
import { StopsCard } from "./StopsCard.tsx";

/** How it stands, from two metres; and the four things done most often. */
export function HomeScreen() {
  const { model } = useScreen();
  const { order } = model;
  const t = useText();
  return (
    <div className={styles.screen}>
      <ScreenHeading className="visually-hidden">{t("home.heading")}</ScreenHeading>
      {hasPlaces(model) ? <PlaceBands /> : <StateBand />}
      {order === null ? <IdleSection /> : <CountsSection order={order} />}
      <div className={styles.cards}>
        <ChecksCard />
        <MessagesCard />
        <StopsCard />
      </div>
      <HomeKeys />
    </div>
  );
}
