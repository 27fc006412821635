export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Starts parts when their moment has come; parts that are stopped before are never started. What a start throws is not
 * caught here: it ends the process like every surprise.
 */
export function startLater(
  moment: Promise<void>,
  start: () => readonly Promise<Stoppable | undefined>[],
): Stoppable {
  let isStopped = false;
  let running: Promise<readonly (Stoppable | undefined)[]> = Promise.resolve([]);
  void moment.then(() => {
    if (!isStopped) running = Promise.all(start());
  });
  return {
    async stop() {
      isStopped = true;
      await Promise.all((await running).map(async (part) => part?.stop()));
    },
  };
}
