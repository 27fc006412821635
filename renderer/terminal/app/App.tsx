import { useSyncExternalStore } from "react";
import { ConnectingScreen } from "../frame/ConnectingScreen.tsx";
import type { StationClock } from "../station/station-clock.ts";
import type { StationLink } from "../station/station-link.ts";
import { ClockContext } from "./clock-context.ts";
import type { Staged } from "./staged.ts";
import { Terminal } from "./Terminal.tsx";

interface AppProps {
  readonly link: StationLink;
  readonly clock: StationClock;
  readonly takt: TaktWindow;
  /** For pictures of a screen: where to begin and what to leave out. */
  readonly staged?: Staged;
}

/** The whole terminal: the connecting screen until the first model, then the screens. Never blank. */
export function App({ link, clock, takt, staged }: AppProps) {
  const { model, link: state, sinceMs } = useSyncExternalStore(link.subscribe, link.getState);
  if (model === null) return <ConnectingScreen sinceMs={sinceMs} />;
  return (
    <ClockContext value={clock}>
      <Terminal
        link={link}
        model={model}
        takt={takt}
        lostSinceMs={state === "lost" ? sinceMs : null}
        {...(staged === undefined ? {} : { staged })}
      />
    </ClockContext>
  );
}
