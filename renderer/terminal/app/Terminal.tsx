import { Activity, useEffect } from "react";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import { Frame } from "../frame/Frame.tsx";
import { GlanceScreen } from "../glance/GlanceScreen.tsx";
import { useGlance } from "../glance/use-glance.ts";
import { useVerdict } from "../notice/use-verdict.ts";
import type { StationLink } from "../station/station-link.ts";
import { afterPaint } from "./after-paint.ts";
import { ScreenContext } from "./screen-context.ts";
import type { Staged } from "./staged.ts";
import { TextProvider } from "./TextProvider.tsx";
import { useScreenValue } from "./use-screen-value.ts";
import { useTouches } from "./use-touches.ts";

const ALIVE_EVERY_MS = 2_000;

interface TerminalProps {
  readonly link: StationLink;
  readonly model: ScreenModel;
  readonly takt: TaktWindow;
  readonly lostSinceMs: number | null;
  readonly staged?: Staged;
}

/** The screens over one model, with everything that runs beside them: wedge scans, sign of life, glance mode. */
export function Terminal({ link, model, takt, lostSinceMs, staged }: TerminalProps) {
  const screen = useScreenValue(link, model, staged);
  const verdict = useVerdict(model.lastScan, {
    staged: staged?.freshScan ?? false,
    notice: screen.view.notice,
  });
  const glance = useGlance(model.lastScan?.scanId ?? null, {
    staged: staged?.glance ?? false,
    isLost: lostSinceMs !== null,
  });

  useEffect(() => {
    const timer = setInterval(() => takt.alive(), ALIVE_EVERY_MS);
    const takeBack = afterPaint(() => takt.alive());
    return () => {
      clearInterval(timer);
      takeBack();
    };
  }, [takt]);

  useTouches(link);

  const { stationId, machineName, workUnit } = model.station;
  useEffect(() => {
    document.title = `${stationId} ${machineName} (${workUnit})`; // tells the windows of two stations apart
  }, [stationId, machineName, workUnit]);

  const { sendScan } = screen;
  useEffect(() => takt.onScan((raw) => void sendScan(raw)), [takt, sendScan]);

  return (
    <TextProvider language={screen.language}>
      <ScreenContext value={screen}>
        {/* Hidden and not taken away: a hand count at the machine takes minutes, and a half-made entry waits. */}
        <Activity mode={glance.shown ? "hidden" : "visible"}>
          <Frame verdict={verdict} lostSinceMs={lostSinceMs} />
        </Activity>
        {glance.shown && <GlanceScreen onWake={glance.wake} />}
      </ScreenContext>
    </TextProvider>
  );
}
