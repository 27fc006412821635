import { WebSocket } from "ws";

export interface Knock {
  readonly url: string;
  readonly origin?: string;
  readonly host?: string;
  readonly token?: string;
}

/** How far somebody got at the station's door: turned away, cut off, refused, or told what the screen shows. */
export type Reception =
  | { readonly kind: "turned-away"; readonly status: number }
  | { readonly kind: "cut-off"; readonly code: number }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "let-in"; readonly answer: unknown };

/** Knocks as any program of the computer could: an own Origin, an own Host, a token or none, and asks for the screen. */
export async function knock({ url, origin, host, token }: Knock): Promise<Reception> {
  const headers = { ...(origin && { Origin: origin }), ...(host && { Host: host }) };
  const socket = new WebSocket(`${url}/?connectionParams=1`, { headers });
  const { promise, resolve, reject } = Promise.withResolvers<Reception>();
  socket.once("unexpected-response", (_request, response) => {
    resolve({ kind: "turned-away", status: response.statusCode ?? 0 });
  });
  socket.once("error", reject);
  socket.once("close", (code) => resolve({ kind: "cut-off", code }));
  socket.once("open", () => {
    if (token !== undefined) socket.send(JSON.stringify({ method: "connectionParams", data: { token } }));
    socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path: "screen.watch" } }));
  });
  socket.on("message", (data: Buffer) => {
    const reception = receptionFrom(JSON.parse(data.toString()) as Message);
    if (reception !== undefined) resolve(reception);
  });
  try {
    return await promise;
  } finally {
    socket.on("error", () => undefined); // closing before it opened
    socket.terminate();
  }
}

interface Message {
  readonly result?: { readonly type?: string; readonly data?: unknown };
  readonly error?: { readonly message?: string };
}

function receptionFrom(message: Message) {
  if (message.error !== undefined) return { kind: "refused", message: message.error.message ?? "" } as const;
  if (message.result?.type === "data") return { kind: "let-in", answer: message.result.data } as const;
  return undefined;
}
