import { readdir, readFile, readlink } from "node:fs/promises";

/** @returns the TCP addresses that a process listens on, IPv4 as text, IPv6 as it stands in /proc */
export async function listenersOf(pid: number): Promise<string[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(
    descriptors.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => "")),
  );
  const sockets = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((name) => readFile(`/proc/${pid}/net/${name}`, "utf8").catch(() => "")),
  );
  const rows = tables.flatMap((table) =>
    table
      .split("\n")
      .slice(1)
      .map((row) => row.trim().split(/\s+/)),
  );
  return rows.flatMap(([, local = "", , state, , , , , , inode = ""]) =>
    state === "0A" && sockets.has(inode) ? [readable(local)] : [],
  );
}

function readable(hex: string): string {
  const [address = "", port = ""] = hex.split(":");
  if (address.length !== 8) return hex;
  const bytes =
    address
      .match(/../g)
      ?.reverse()
      .map((byte) => Number.parseInt(byte, 16)) ?? [];
  return `${bytes.join(".")}:${Number.parseInt(port, 16)}`;
}
