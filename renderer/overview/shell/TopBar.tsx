import { IconBuildingFactory2, IconListNumbers, IconMoon, IconRoute, IconSun } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { formatClockWithSeconds } from "../format/moment.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { Mark } from "./Mark.tsx";
import { PageLink } from "./PageLink.tsx";
import { floorRoute, ordersRoute, type Route, traceRoute } from "./route.ts";
import type { Shell } from "./shell.ts";
import styles from "./TopBar.module.css";

interface TopBarProps {
  readonly shell: Shell;
  readonly page: Route["page"];
  /** Time of the data on this page, as the MES stated it; null before the first answer. */
  readonly asOfUtc: string | null;
}

export function TopBar({ shell, page, asOfUtc }: TopBarProps) {
  const intl = useIntl();
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <Mark />
        Takt
      </span>
      <nav className={styles.tabs} aria-label={intl.formatMessage({ id: "bar.pages" })}>
        <PageLink to={floorRoute} navigate={shell.navigate} current={page === "floor"} className={styles.tab}>
          <IconBuildingFactory2 size={20} aria-hidden="true" />
          <FormattedMessage id="bar.floor" />
        </PageLink>
        <PageLink
          to={ordersRoute}
          navigate={shell.navigate}
          current={page === "orders"}
          className={styles.tab}
        >
          <IconListNumbers size={20} aria-hidden="true" />
          <FormattedMessage id="bar.orders" />
        </PageLink>
        <PageLink to={traceRoute} navigate={shell.navigate} current={page === "trace"} className={styles.tab}>
          <IconRoute size={20} aria-hidden="true" />
          <FormattedMessage id="bar.trace" />
        </PageLink>
      </nav>
      <div className={styles.right}>
        <LanguageChoice language={shell.language} choose={shell.chooseLanguage} />
        <ThemeKey shell={shell} />
        <DataOf asOfUtc={asOfUtc} />
      </div>
    </header>
  );
}

function ThemeKey({ shell }: { readonly shell: Shell }) {
  const isDark = shell.theme === "dark";
  const Icon = isDark ? IconSun : IconMoon;
  return (
    <button type="button" className={styles.theme} onClick={shell.toggleTheme}>
      <Icon size={20} aria-hidden="true" />
      <span className={styles.themeWord}>
        <FormattedMessage id={isDark ? "bar.toLight" : "bar.toDark"} />
      </span>
    </button>
  );
}

function DataOf({ asOfUtc }: { readonly asOfUtc: string | null }) {
  const intl = useIntl();
  return (
    <span className={styles.dataOf} data-testid="data-of">
      {asOfUtc === null ? (
        <FormattedMessage id="bar.noData" />
      ) : (
        <>
          <FormattedMessage id="bar.dataOf" />
          <time className={styles.clock} dateTime={asOfUtc}>
            {formatClockWithSeconds(intl, asOfUtc)}
          </time>
        </>
      )}
    </span>
  );
}
