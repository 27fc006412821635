/**
 * The page may run its own files and speak to its own station, and nothing else; no form of `unsafe` is in it.
 * @param stationPort the one loopback port that may be connected to; undefined for pages that speak to nobody
 */
export function contentSecurityPolicy(stationPort: number | undefined): string {
  const connect = stationPort === undefined ? [] : [`connect-src ws://127.0.0.1:${stationPort}`];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ...connect,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Without allow-modals: a print dialogue is a way out to files and programs of the system (L7).
    "sandbox allow-scripts allow-same-origin",
  ].join("; ");
}
