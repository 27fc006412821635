import { IntlProvider } from "react-intl";
import { localeMessages } from "./locales/locale-messages.ts";
import { FloorView } from "./pages/floor/FloorView.tsx";
import { OrdersView } from "./pages/orders/OrdersView.tsx";
import type { Shell } from "./shell/shell.ts";
import { useLanguage } from "./shell/use-language.ts";
import { useRoute } from "./shell/use-route.ts";
import { useTheme } from "./shell/use-theme.ts";

/** What the MES shows in a browser. It never decides and never stores; it asks and it shows. */
export function Overview() {
  const [route, navigate] = useRoute();
  const [theme, toggleTheme] = useTheme();
  const [language, chooseLanguage] = useLanguage();
  const shell: Shell = { theme, toggleTheme, language, chooseLanguage, navigate };
  return (
    <IntlProvider locale={language} messages={localeMessages[language]} defaultLocale="en">
      {route.page === "floor" ? <FloorView shell={shell} /> : <OrdersView shell={shell} route={route} />}
    </IntlProvider>
  );
}
