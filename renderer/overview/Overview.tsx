import { IntlProvider } from "react-intl";
import { unreachable } from "../../shared/lib/unreachable.ts";
import { localeMessages } from "./locales/locale-messages.ts";
import { FloorView } from "./pages/floor/FloorView.tsx";
import { OrdersView } from "./pages/orders/OrdersView.tsx";
import { TraceView } from "./pages/trace/TraceView.tsx";
import type { Route } from "./shell/route.ts";
import type { Shell } from "./shell/shell.ts";
import { useLanguage } from "./shell/use-language.ts";
import { useRoute } from "./shell/use-route.ts";
import { useTheme } from "./shell/use-theme.ts";

function Page({ shell, route }: { readonly shell: Shell; readonly route: Route }) {
  switch (route.page) {
    case "floor":
      return <FloorView shell={shell} />;
    case "orders":
      return <OrdersView shell={shell} route={route} />;
    case "trace":
      return <TraceView shell={shell} route={route} />;
    default:
      return unreachable(route);
  }
}

/** What the MES shows in a browser. It never decides and never stores; it asks and it shows. */
export function Overview() {
  const [route, navigate] = useRoute();
  const [theme, toggleTheme] = useTheme();
  const [language, chooseLanguage] = useLanguage();
  const shell: Shell = { theme, toggleTheme, language, chooseLanguage, navigate };
  return (
    <IntlProvider locale={language} messages={localeMessages[language]} defaultLocale="en">
      <Page shell={shell} route={route} />
    </IntlProvider>
  );
}
