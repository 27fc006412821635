/**
 * Calls once what is drawn now is painted: a task behind the next frame. In a window that nobody can see there are no
 * frames, and it is not called.
 * @returns takes the call back
 */
export function afterPaint(act: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = act;
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  return () => {
    cancelAnimationFrame(frame);
    port1.close();
  };
}
