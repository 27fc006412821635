import { SetupFailure } from "./setup-failure.mjs";

export function requireNode20() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 11)) return;
  throw new SetupFailure(
    `Node ${process.versions.node} is too old to begin with; 20.11 or newer is needed.`,
    "apt-get install nodejs npm   (Debian 13), or take Node from nodejs.org",
  );
}
