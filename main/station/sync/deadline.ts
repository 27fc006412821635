import { MesError } from "./mes-error.ts";

/**
 * Runs `work` with a signal that fires when `parent` does or after `timeoutMs` of monotonic time in total, however much
 * of an answer keeps trickling in (N4). Nothing stays registered at `parent` afterwards.
 *
 * @throws MesError "timeout"; or whatever `work` throws
 */
export async function withDeadline<Value>(
  timeoutMs: number,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  parent.throwIfAborted();
  const controller = new AbortController();
  const late = new MesError("timeout", `No complete answer within ${timeoutMs} ms`);
  const onParent = () => controller.abort(parent.reason);
  parent.addEventListener("abort", onParent, { once: true });
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.reason === late) throw late;
    throw error;
  } finally {
    clearTimeout(timer);
    parent.removeEventListener("abort", onParent);
  }
}
