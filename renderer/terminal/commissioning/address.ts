const DEFAULT_PORT = 4840;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::(\d{1,5}))?$/;

/** "opc.tcp://10.4.2.14:4840" of "10.4.2.14"; null as long as it is no address. */
export function endpointUrlOf(digits: string): string | null {
  const found = IPV4.exec(digits);
  if (found === null) return null;
  const [, a, b, c, d, port = String(DEFAULT_PORT)] = found;
  if ([a, b, c, d].some((part) => Number(part) > 255)) return null;
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  return isPort ? `opc.tcp://${[a, b, c, d].map(Number).join(".")}:${Number(port)}` : null;
}

/** A code that was scanned names a server; null: it is of something else. */
export function addressOf(code: string): string | null {
  const text = code.trim();
  return /^opc\.tcp:\/\/[^\s/]+(\/\S*)?$/i.test(text) && text.length <= 400 ? text : null;
}
