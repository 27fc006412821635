/** What spawn takes to run a program as somebody; empty when the present user will do. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** `nobody` on Debian, Fedora and Alpine: PostgreSQL refuses root, and wants a user with a name. */
const NOBODY = 65_534;

export function unprivilegedUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}
