import { unreachable } from "../../shared/lib/unreachable.ts";
import type { ShellLog } from "./shell-log.ts";
import type { ShownPage } from "./shown-page.ts";
import type { StationAddress } from "./station-address.ts";
import type { StationConnection, StationPhase } from "./station-supervisor.ts";

interface Followers {
  readonly address: StationAddress;
  readonly shown: ShownPage;
  readonly log: ShellLog;
  /** Where a person finds more, for the message page. */
  readonly logs: string;
}

/** Brings window and address in line with what became of the station. */
export function followStation({ address, shown, log, logs }: Followers): (phase: StationPhase) => void {
  let wasReady = false;
  return (phase) => {
    log.write(`station-${phase.kind}`, phase.kind === "pausing" ? { delayMs: phase.delayMs } : {});
    switch (phase.kind) {
      case "starting":
        return;
      case "pausing":
      case "stopping":
      case "stopped":
        address.clear(wasReady);
        wasReady = false;
        return;
      case "ready":
        return onReady(phase.connection);
      case "given-up":
        return shown.showMessage({
          kind: "station-keeps-ending",
          cause: phase.lastWords,
          hint: "",
          logs,
        });
      case "refused":
        return shown.showMessage({
          kind: "station-refused",
          cause: phase.refusal.refused,
          hint: phase.refusal.hint,
          logs,
        });
      default:
        return unreachable(phase);
    }
  };

  /** The page's policy names the port; on another one the page must be loaded anew to be let through. */
  function onReady(connection: StationConnection): void {
    wasReady = true;
    const hasMoved = address.set(connection);
    if (hasMoved && shown.message() === null) shown.showTerminal();
  }
}
