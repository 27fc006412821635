import type { MachineEndpoint } from "../opcua/machine-endpoint.ts";

/** A machine of which nothing is watched, over the securest line, where `over` does not say otherwise. */
export function machineEndpoint(
  over: Partial<MachineEndpoint> & Pick<MachineEndpoint, "endpointUrl" | "pkiDir">,
): MachineEndpoint {
  return {
    machineId: "m",
    namespaceUri: "",
    signals: [],
    securityMode: "SignAndEncrypt",
    applicationUri: "urn:test:station",
    ...over,
  };
}
