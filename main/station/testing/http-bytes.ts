const HEAD_END = "\r\n\r\n";

/** One whole HTTP/1.1 message as it went over the wire. */
export interface HttpBytes {
  /** First line and headers, as text. */
  readonly head: string;
  readonly raw: Buffer;
}

/** Cuts the bytes of one direction of a connection into whole HTTP messages; what is incomplete waits. */
export class HttpSplitter {
  #rest: Buffer = Buffer.alloc(0);

  feed(chunk: Buffer): HttpBytes[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const messages: HttpBytes[] = [];
    for (let message = this.#next(); message !== undefined; message = this.#next()) messages.push(message);
    return messages;
  }

  #next(): HttpBytes | undefined {
    const headLength = this.#rest.indexOf(HEAD_END);
    if (headLength === -1) return undefined;
    const head = this.#rest.subarray(0, headLength).toString("latin1");
    const bodyStart = headLength + HEAD_END.length;
    const end = endOfBody(head, this.#rest, bodyStart);
    if (end === undefined || end > this.#rest.length) return undefined;
    const raw = this.#rest.subarray(0, end);
    this.#rest = this.#rest.subarray(end);
    return { head, raw };
  }
}

/** @returns undefined while a chunked body has not ended */
function endOfBody(head: string, bytes: Buffer, bodyStart: number): number | undefined {
  if (/^transfer-encoding:\s*chunked/im.test(head)) {
    const last = bytes.indexOf(`0${HEAD_END}`, bodyStart);
    return last === -1 ? undefined : last + 1 + HEAD_END.length;
  }
  const length = /^content-length:\s*(\d+)/im.exec(head)?.[1];
  return bodyStart + Number(length ?? 0);
}

/** A complete HTTP/1.1 answer, for a proxy that plays someone else. */
export function httpAnswer(status: number, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ "content-length": String(Buffer.byteLength(body)), ...headers });
  return `HTTP/1.1 ${status} Faked\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): string {
  return httpAnswer(status, { "content-type": "application/json", ...headers }, JSON.stringify(body));
}
