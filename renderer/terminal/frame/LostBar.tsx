import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { BarShell } from "../notice/BarShell.tsx";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";

/** The station is away: what is on screen is the last that came, and keys book nothing. */
export function LostBar({ sinceMs }: { readonly sinceMs: number }) {
  const t = useText();
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <BarShell
      state="waiting"
      icon={<IconPlugConnectedX size={56} aria-hidden="true" />}
      title={t("lost.title")}
      note={t("lost.note", { duration: roughly(nowMs - sinceMs, t) })}
      testId="lost-bar"
    />
  );
}
