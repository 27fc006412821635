import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { languages } from "../../../shared/domain/people/localized-text.ts";
import { TextProvider } from "../app/TextProvider.tsx";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ConnectingScreen.module.css";
import { Mark } from "./Mark.tsx";

/** What is shown until the station has sent its first model: never a blank screen. Nobody's language is known yet. */
export function ConnectingScreen({ sinceMs }: { readonly sinceMs: number }) {
  const language = languages.find((known) => navigator.language.startsWith(known)) ?? "en";
  return (
    <TextProvider language={language}>
      <Connecting sinceMs={sinceMs} />
    </TextProvider>
  );
}

function Connecting({ sinceMs }: { readonly sinceMs: number }) {
  const t = useText();
  const { locale } = useIntl();
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const waitedMs = nowMs - sinceMs;
  return (
    <main className={styles.screen} lang={locale}>
      <div className={styles.mark}>
        <Mark size={96} />
        <span>Takt</span>
      </div>
      <div className={styles.words} role="status" data-primary="">
        <h1 className={styles.title}>{t("connecting.title")}</h1>
        <p className={styles.note}>{t("connecting.note")}</p>
      </div>
      <p className={styles.since}>
        {waitedMs >= 5_000 && t("connecting.since", { duration: roughly(waitedMs, t) })}
      </p>
    </main>
  );
}
