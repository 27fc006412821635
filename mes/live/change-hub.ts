import { EventEmitter } from "node:events";

/**
 * Tells those who watch that something was committed. Says only that it changed: whoever hears it reads for himself,
 * so a missed or doubled message does no harm.
 */
export interface ChangeHub {
  /** After every committed change. */
  floorChanged(): void;
  /** After new directives for a station. */
  directed(stationId: string): void;
  onFloorChanged(listener: () => void): () => void;
  onDirected(stationId: string, listener: () => void): () => void;
}

const FLOOR = "floor";

export function createChangeHub(): ChangeHub {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0); // one per open stream
  const listen = (event: string, listener: () => void) => {
    emitter.on(event, listener);
    return () => void emitter.off(event, listener);
  };
  return {
    floorChanged: () => void emitter.emit(FLOOR),
    directed: (stationId) => void emitter.emit(`station:${stationId}`),
    onFloorChanged: (listener) => listen(FLOOR, listener),
    onDirected: (stationId, listener) => listen(`station:${stationId}`, listener),
  };
}
