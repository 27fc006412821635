import { MesError } from "./mes-error.ts";

/**
 * Reads a whole answer as UTF-8, but never more than `maxBytes`.
 *
 * @throws MesError "not-mes" when it is longer; the rest is not read
 */
export async function readBoundedText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let received = 0;
  for await (const chunk of body) {
    received += chunk.byteLength;
    if (received > maxBytes) throw new MesError("not-mes", `Answer is longer than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
