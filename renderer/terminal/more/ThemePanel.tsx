import { IconBrightnessHalf, IconMoon, IconSun } from "@tabler/icons-react";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";

const ICON_PX = 28;

export function ThemePanel() {
  const { theme, chooseTheme } = useScreen();
  const t = useText();
  return (
    <Panel title={t("more.theme")}>
      <ChoiceKeys
        label={t("more.theme")}
        choices={[
          {
            value: "auto",
            word: t("more.theme-auto"),
            icon: <IconBrightnessHalf size={ICON_PX} aria-hidden="true" />,
          },
          {
            value: "light",
            word: t("more.theme-light"),
            icon: <IconSun size={ICON_PX} aria-hidden="true" />,
          },
          { value: "dark", word: t("more.theme-dark"), icon: <IconMoon size={ICON_PX} aria-hidden="true" /> },
        ]}
        chosen={theme}
        onChoose={chooseTheme}
      />
    </Panel>
  );
}
