/** What a page may ask for at all. Its own policy narrows it further, to the one port of the station. */
export function isOwnAddress(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "app:" || protocol === "devtools:" || (protocol === "ws:" && hostname === "127.0.0.1");
}
