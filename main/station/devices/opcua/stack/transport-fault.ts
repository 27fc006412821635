/**
 * Whether what was thrown comes from bytes that some server sent. The library (node-opcua 2.186) reports a chunk that is too
 * long to nobody when it comes together with the acknowledgement, and what nobody hears is thrown: one hostile server
 * would end the sessions of all machines. Its own connection is dead by then and ends with its time-out.
 */
export function isTransportFault(error: unknown): boolean {
  return (
    error instanceof Error && /[\\/]node-opcua-(packet-assembler|chunkmanager)[\\/]/.test(error.stack ?? "")
  );
}
