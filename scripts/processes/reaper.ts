import { spawn } from "node:child_process";

/**
 * Reads process groups from its standard input. When that closes without a farewell, the starter was killed with no
 * chance to tidy up, and the groups are ended in its place.
 */
const SCRIPT = `
while read -r group; do
  [ "$group" = farewell ] && exit 0
  groups="$groups $group"
done
for group in $groups; do kill -s TERM -- "-$group"; done
sleep 5
for group in $groups; do kill -s KILL -- "-$group"; done
`;

export interface Reaper {
  watch(group: number): void;
  farewell(): void;
}

export function startReaper(): Reaper {
  const shell = spawn("/bin/sh", ["-c", SCRIPT], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell.unref();
  shell.stdin.on("error", () => undefined); // Somebody ended the reaper: the plant runs on without a safety net.
  return {
    watch: (group) => shell.stdin.write(`${group}\n`),
    farewell: () => shell.stdin.end("farewell\n"),
  };
}
