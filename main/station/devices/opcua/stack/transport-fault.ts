/** Frames of the library's classes and functions that take chunks apart; a bundle keeps their names, not their files. */
const TAKING_CHUNKS_APART = /^\s+at (new )?(PacketAssembler|ChunkManager|verify_message_chunk)\b/m;

/**
 * Whether what was thrown comes from bytes that some server sent. The library (node-opcua 2.186) reports a chunk that is too
 * long to nobody when it comes together with the acknowledgement, and what nobody hears is thrown: one hostile server
 * would end the sessions of all machines. Its own connection is dead by then and ends with its time-out.
 */
export function isTransportFault(error: unknown): boolean {
  return error instanceof Error && TAKING_CHUNKS_APART.test(error.stack ?? "");
}
