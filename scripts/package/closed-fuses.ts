import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";

/** RELIABILITY §8 point 19: what each fuse of a shipped Electron must be. */
const CLOSED: readonly (readonly [FuseV1Options, FuseState])[] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

/**
 * Reads the fuses back from the built program, because a fuse that was only asked for protects nobody.
 * @throws Error naming every fuse that is not as it must be
 */
export async function requireClosedFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable);
  const wrong = CLOSED.filter(([fuse, state]) => wire[fuse] !== state).map(([fuse]) => FuseV1Options[fuse]);
  if (wrong.length > 0)
    throw new Error(`These fuses of ${executable} are not as they must be: ${wrong.join(", ")}`);
}
