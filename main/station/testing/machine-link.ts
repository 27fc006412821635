import type { MachineLinkView } from "../../../shared/screen/machine-link-view.ts";

/** The connection to a lathe, from which nothing was heard yet. */
export function machineLink(state: MachineLinkView["state"]): MachineLinkView {
  return {
    endpointUrl: "opc.tcp://lathe:4840",
    state,
    detail: "",
    security: { mode: "SignAndEncrypt", policy: "Basic256Sha256", identity: "anonymous" },
    certificate: null,
    signalCount: 0,
    valuesPerSecond: 0,
    valuesReceived: 0,
    sessionsOpened: 1,
    cuts: 0,
    sessionSinceUtc: null,
    lastHeardUtc: null,
    lastGap: null,
    negotiated: null,
    staleSignalIds: [],
  };
}
